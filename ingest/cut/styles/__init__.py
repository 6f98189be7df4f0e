"""House styles as data: one module for each family of jurisdictions."""
