"""Charts: lines over time, bars by group, each with its table, in a card that can be saved.

pyqtgraph draws and is loaded with the first chart that is shown (`library`), never before.
"""
