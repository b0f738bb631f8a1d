/* descriptor: pipes, terminals, and writing to whatever is open. */
#ifndef DIPTYCH_BASE_DESCRIPTOR_H
#define DIPTYCH_BASE_DESCRIPTOR_H

#include <stdbool.h>
#include <stddef.h>

/* A pipe that programs we run do not get; false and errno when there is none. */
bool descriptor_pipe(int ends[2]);

/* The size in cells of the terminal that it is, at least 1x1; false, and 24x80, where nobody knows. */
bool descriptor_size(int file, int *rows, int *columns);

/* Writes everything, and waits for room where writing does not (O_NONBLOCK). False, and errno, when that
 * fails, or when `ending` (NULL: nothing) returns other than 0 while something is left. */
bool descriptor_write(int file, const char *bytes, size_t length, int (*ending)(void));

#endif
