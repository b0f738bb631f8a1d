/* coverage_text: the coverage table for people.
 *
 * The texts are numbered above; under its number each has the count of an entity and a dispersion
 * strip (entity/dispersion.h). Where they do not all fit into the width, the table is printed in
 * parts, one below the other. */
#ifndef DIPTYCH_CLI_COVERAGE_TEXT_H
#define DIPTYCH_CLI_COVERAGE_TEXT_H

#include "cli/places.h"

void coverage_print_text(struct context *context, const struct places *places);

#endif
