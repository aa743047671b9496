"""An invented newspaper archive with gold: who said what on which topic, and questions about it.

Everything is made from the tables here by a seed: the same articles and questions every time, any number
of them.
"""

from __future__ import annotations

from tests.quality.corpus.asking import Asked, questions
from tests.quality.corpus.writing import Archive, Said, archive

__all__ = ["Archive", "Asked", "Said", "archive", "questions"]
