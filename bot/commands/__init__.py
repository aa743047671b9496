"""The features: each module adds its commands, buttons and forms in `setup(bot)`; found by walking here."""
