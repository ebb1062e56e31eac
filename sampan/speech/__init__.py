"""Words for people in five languages, for every room above: the catalogues, their state, and Zawgyi. No Django."""
