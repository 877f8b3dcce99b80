"""Linux: what the frozen folder asks of a machine, and the packages made of it.

`elf` reads files, `libraries` knows which package has which library, `tree` lays the folder out as
it is installed, `packages` makes .deb, .rpm, .run and the AppDir of it.
"""
