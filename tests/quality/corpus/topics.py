"""What the archive is about: each topic with the parts of which statements and reports are made."""

# ruff: noqa: E501 -- each list of parts stays on a line of its own

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Topic:
    """A topic of the news.

    `asked` are ways in which a reader may name it, `things` what is spoken of, `deeds` what may be done
    about it (infinitives), `harms` what may go wrong (clauses), `claims` what is said against it (clauses
    that someone may deny), `views` plain statements, `report` what the reporter tells of it, and `facts` a
    question that each of these sentences answers.
    """

    asked: tuple[str, ...]
    things: tuple[str, ...]
    deeds: tuple[str, ...]
    harms: tuple[str, ...]
    claims: tuple[str, ...]
    views: tuple[str, ...]
    report: tuple[str, ...]
    facts: tuple[str, ...]


def _topic(table: str) -> Topic:
    """Read the eight lines of a topic, parts divided by bars."""
    lines = [tuple(part.strip() for part in line.split("|")) for line in table.strip().splitlines()]
    return Topic(*lines)


TOPICS = tuple(
    _topic(table)
    for table in (
        """the night ferry | the ferry to Orrin Isle | night crossings
        the night ferry | the late crossing to Orrin Isle | the ferry after midnight
        keep the night ferry running | pay the ferry crews for the late crossing | add a second night ferry
        the islanders will be cut off from the hospital after dark | the ferry company will be bankrupt by spring
        the night ferry loses four hundred crowns on every crossing | the ferry crews were told to stay at home
        nine passengers a night are enough for a ferry | the ferry is the only road the islanders have
        The night ferry has crossed the sound since the old causeway washed away | A ferry ticket costs eleven crowns
        Since when has the night ferry crossed the sound? | What does a ferry ticket cost?""",
        """the breakwater | the sea wall at Port Sarn | the harbour wall
        the new breakwater | the sea wall | the granite wall at Port Sarn
        finish the breakwater before the autumn storms | raise the sea wall by two metres | repair the harbour wall with granite
        the next storm will take the quay | forty berths will be lost to the waves
        the breakwater was built with cheap sand | the granite came from a cousin's quarry
        the breakwater has held for sixty winters | concrete is no match for that swell
        Waves broke over the harbour wall twice in January | Divers found cracks along ninety metres of the breakwater
        How often did waves break over the harbour wall in January? | Where did divers find cracks?""",
        """school meals | free lunches for pupils | the school lunch scheme
        free school meals | hot lunches for every pupil | the lunch scheme
        give every pupil a hot lunch | pay for school meals out of the toll money | open the school kitchens in the holidays
        children will sit hungry in the classroom | the school kitchens will close one after another
        half of the school lunches end in the bin | the caterer was chosen without a tender
        a hungry child learns nothing | the school kitchens are the best in the province
        The lunch scheme feeds six thousand pupils | Three schools still have no kitchen of their own
        How many pupils does the lunch scheme feed? | How many schools have no kitchen of their own?""",
        """the wheat tariff | import duties on grain | the grain tax
        the wheat tariff | the duty on imported grain | the tax on grain
        lift the wheat tariff | halve the duty on imported grain | compensate growers for the grain tax
        bread will cost a third more by harvest | small mills will shut their gates
        the wheat tariff was written by the millers' lobby | grain was hoarded to raise the price
        a tariff on wheat is a tariff on bread | growers have carried the burden for a decade
        The grain duty rose from four to nine per cent in March | Millers imported less wheat than in any year since the flood
        When did the grain duty rise? | How much wheat did millers import?""",
        """the Lune bridge | the closed bridge at Hallin | bridge repairs
        the old bridge over the Lune | the Hallin bridge | the bridge's rusted bolts
        reopen the Lune bridge | replace every bolt of the bridge | build a footbridge beside the old one
        the bridge will fall into the river within two years | the shops on the far bank will die
        the bridge inspectors never looked at the bolts | the report on the bridge was kept in a drawer
        the bolts of the bridge are gone | a detour of forty kilometres is no bridge
        The bridge at Hallin has been closed since a lorry broke its railing | Engineers counted two hundred cracked bolts
        Why is the bridge at Hallin closed? | How many cracked bolts did engineers count?""",
        """the measles outbreak | vaccination in Tamber | the measles vaccine
        the measles vaccine | vaccination against measles | the outbreak in Tamber
        vaccinate every child in Tamber | send nurses to the villages with measles vaccine | open clinics on Sundays until the outbreak ends
        the outbreak will reach the capital | newborn babies will catch measles first
        the vaccine stores were left unrefrigerated | measles cases were hidden from the ministry
        measles is no harmless childhood illness | nurses have done wonders in this outbreak
        Doctors counted eighty-one cases of measles in a fortnight | The clinic in Tamber ran out of vaccine on Thursday
        How many cases of measles did doctors count? | When did the clinic in Tamber run out of vaccine?""",
        """the border talks | peace talks with Kessland | negotiations with Kessland
        the talks with Kessland | the border treaty | the negotiations at Mirefield
        sign the border treaty with Kessland | withdraw the guns from the ridge while the talks last | exchange prisoners before the talks resume
        the truce with Kessland will not last the winter | a single shot on the ridge may end the talks
        secret maps were handed to Kessland | the negotiators walked out of the talks
        the treaty is the last chance for the border villages | trust with Kessland was lost in one night
        Delegates met for eleven hours at Mirefield | Kessland's negotiators left by the side door
        How long did delegates meet at Mirefield? | How did Kessland's negotiators leave?""",
        """the wolf cull | wolves in the Lune valley | hunting wolves
        the wolves of the Lune valley | the wolf cull | the upper valley's wolf pack
        stop the wolf cull | fence the pastures against wolves | pay shepherds for every sheep that wolves take
        the wolves will come down to the villages | the last pack of the valley will be gone
        hunters were paid twice for one wolf | the wolf count was made up at a desk
        a wolf takes the weakest sheep | shepherds and wolves have shared this valley for ages
        Hunters shot seven wolves in the upper valley | Shepherds lost ninety sheep to wolves last summer
        How many wolves did hunters shoot in the upper valley? | How many sheep did shepherds lose to wolves?""",
        """the railway strike | the train drivers' strike | the dispute over railway pay
        the railway strike | train drivers' pay | the drivers' night shifts
        end the railway strike this week | raise the train drivers' pay by a tenth | hire a hundred train drivers
        commuters will be stranded until Easter | freight trains will rust in the sidings
        the strike was planned by the railway itself | drivers were asked to skip their rest breaks
        a tired train driver is a dangerous driver | the railway earns enough to pay its drivers
        Two trains in three did not leave Tamber station | Drivers have had no rise in pay for five years
        How many trains did not leave Tamber station? | How long have drivers had no rise in pay?""",
        """the water meters | metering of households | the water bill
        the new water meters | the water bill | meters in every household
        install water meters free of charge | freeze the water bill until the reservoirs are full | mend the leaking mains before metering
        old people will stop washing to save water | the reservoirs will be empty by August
        the water meters run too fast | the meter contract was signed on a yacht
        a meter has never saved a drop of water | a third of the water leaks out of the mains
        The water company installed nine thousand meters in spring | The reservoir above Brack is two thirds empty
        How many meters did the water company install in spring? | How full is the reservoir above Brack?""",
        """the opera house | the theatre's renovation | the cost of the opera house
        the opera house | the opera's leaking roof | the renovation of the theatre
        reopen the opera house in October | mend the opera's roof with private money | sell the opera's costumes to pay the builders
        the chandelier will come down on the audience | the orchestra will leave for Kessland
        singers were paid from the roof fund | the opera's builders poured money into the cellar
        an opera house without a roof is a swimming pool | music is worth more than marble
        The renovation has cost nineteen million crowns so far | Rain fell on the second row during rehearsals
        How much has the renovation of the opera cost so far? | What fell on the second row during rehearsals?""",
        """the wildfire season | forest fires near Brack | the fire brigades
        the forest fires near Brack | the volunteer fire brigades | the dry pine forest
        buy three fire engines for Brack | clear the dead pines before summer | train two hundred volunteers for the fire brigades
        the pine forest will burn down to the railway | a village will burn before help arrives
        the fire brigades came two hours late | the fires were lit to clear building land
        dry pine burns like paper | volunteers saved the sawmill with their bare hands
        Fires burnt four hundred hectares of pine near Brack | The brigade's oldest engine is forty years old
        How many hectares of pine burnt near Brack? | How old is the brigade's oldest engine?""",
    )
)
