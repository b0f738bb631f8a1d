#include "base/descriptor.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <unistd.h>

#include <sys/ioctl.h>

#define PATIENCE 1000 /* milliseconds: a signal that comes just before the wait does not interrupt it */

bool descriptor_pipe(int ends[2])
{
    if (pipe(ends) != 0)
        return false;
    for (int i = 0; i < 2; i++)
        (void)fcntl(ends[i], F_SETFD, FD_CLOEXEC);
    return true;
}

bool descriptor_size(int file, int *rows, int *columns)
{
    struct winsize size = { 0 };
    bool known = ioctl(file, TIOCGWINSZ, &size) == 0 && size.ws_row > 0 && size.ws_col > 0;
    *rows = known ? size.ws_row : 24;
    *columns = known ? size.ws_col : 80;
    return known;
}

/* True when writing may go on after it failed with `reason`. */
static bool wait_for_room(int file, int reason)
{
    struct pollfd room = { .fd = file, .events = POLLOUT };
    if (reason == EAGAIN || reason == EWOULDBLOCK)
        return poll(&room, 1, PATIENCE) >= 0 || errno == EINTR;
    return reason == EINTR;
}

bool descriptor_write(int file, const char *bytes, size_t length, int (*ending)(void))
{
    while (length > 0 && (ending == NULL || ending() == 0)) {
        ssize_t written = write(file, bytes, length);
        if (written == 0)
            errno = EIO;
        if (written == 0 || (written < 0 && !wait_for_room(file, errno)))
            return false;
        if (written > 0) {
            bytes += written;
            length -= (size_t)written;
        }
    }
    return length == 0;
}
