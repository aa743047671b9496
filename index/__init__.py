"""The news library: everything that is true without Discord."""
