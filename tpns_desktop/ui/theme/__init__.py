"""How everything looks: one table of tokens → palette → style sheet, and icons drawn for it."""
