"""The sample library: invented articles about invented places, and the question that shows them off."""
