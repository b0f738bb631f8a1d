/* sandbox: gives away all rights that converting does not need.
 *
 * After sandbox_enter the process can read and write the files that are open, ask for memory and the
 * time, and end: it can open no file, make no connection and start no program. Limits: SANDBOX_SECONDS
 * of processor time, SANDBOX_MEMORY bytes. The kernel's filter of system calls is used where
 * there is one (Linux), pledge on OpenBSD; elsewhere, and besides, no further file can be opened for
 * want of a number. Whatever else must be loaded from disk is loaded before. */
#ifndef DIPTYCH_CONVERT_SANDBOX_H
#define DIPTYCH_CONVERT_SANDBOX_H

#include <stdbool.h>

#define SANDBOX_SECONDS 10
#define SANDBOX_MEMORY ((unsigned long)256 << 20)

/* False where a right could not be given away; then nothing must be read. */
bool sandbox_enter(void);

#endif
