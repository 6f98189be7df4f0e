"""What the pages share: layout, markup, links, and the parts of which they are made."""
