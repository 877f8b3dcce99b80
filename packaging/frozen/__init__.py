"""The frozen program: one folder with Python, Qt and the program, the same for all installers.

`trims` says what stays out, `folder` makes and measures it, `licences` and `contents` say what is
in it. Which installers are made of it is `linux`'s, `windows`'s and `macos`'s to know.
"""
