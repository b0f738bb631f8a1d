# The manual, written in mdoc; tests/lint/manuals.sh holds it against the program's tables.
dist_man_MANS = \
	man/diptych.1 \
	man/diptych-collection.5 \
	man/diptych-export.5 \
	man/diptychrc.5
