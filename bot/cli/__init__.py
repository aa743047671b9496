"""The command line: the same answers without Discord, and how quality is measured."""
