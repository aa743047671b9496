"""The quote engine: every statement in an article, its exact words and who made it.

Read in this order: `marks` finds what is quoted, `titles` what of it is no speech, `words` cuts lines into
sentences in which a quotation is one word, `syntax` tells their verbs, by the classes of `grammar`. `cues`
finds the verbs of the `lexicon` that report, `verbs` whether they are verbs here; `speakers` their
subjects, past `appositions` and behind `inversions`; `contents` what is said, `preceding` what of it stands
before, `bounds` where it ends. `sources`, `nouns` and `agents` report without a verb of their own.
`statements` puts a sentence together, `running` an article, with `labels` and `transcripts`; `reading`
names the speakers, `acts` tells promises from warnings.
"""

from __future__ import annotations

from index.quotes.reading import read

__all__ = ["read"]
