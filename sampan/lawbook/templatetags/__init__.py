"""Template words of the law explorer."""
