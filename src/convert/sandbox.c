#define _DEFAULT_SOURCE /* syscall numbers, BPF */
#include "convert/sandbox.h"

#include <stddef.h>
#include <sys/resource.h>
#include <unistd.h>
#ifdef HAVE_CONFIG_H
#include "config.h"
#endif

/* Sanitizers need more memory and calls than any text does. */
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
#define SANITIZED 1
#elif defined(__has_feature)
#if __has_feature(address_sanitizer) || __has_feature(thread_sanitizer)
#define SANITIZED 1
#endif
#endif

#if defined(HAVE_LINUX_SECCOMP_H) && !defined(SANITIZED)
#include <linux/audit.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#if defined(__x86_64__) && !defined(__ILP32__)
#define FILTER_ARCH AUDIT_ARCH_X86_64
#elif defined(__aarch64__) && defined(__AARCH64EL__)
#define FILTER_ARCH AUDIT_ARCH_AARCH64
#elif defined(__riscv) && __riscv_xlen == 64
#define FILTER_ARCH AUDIT_ARCH_RISCV64
#endif
#endif

#ifdef FILTER_ARCH

#define ALLOW(name)                                                                            \
    BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, (unsigned)SYS_##name, 0, 1),                           \
        BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ALLOW)

/* What is not named fails with EPERM, so that a library that would look for a file of settings
 * goes on without. */
static bool filter_calls(void)
{
    struct sock_filter rules[] = {
        BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(struct seccomp_data, arch)),
        BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, FILTER_ARCH, 1, 0),
        BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_KILL),
        BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(struct seccomp_data, nr)),
        /* clang-format off */
        ALLOW(read), ALLOW(write), ALLOW(writev), ALLOW(close), ALLOW(lseek), ALLOW(fstat),
        ALLOW(brk), ALLOW(mmap), ALLOW(munmap), ALLOW(mremap), ALLOW(madvise), ALLOW(mprotect),
        ALLOW(futex), ALLOW(getrandom), ALLOW(clock_gettime), ALLOW(gettimeofday),
        ALLOW(rt_sigreturn), ALLOW(rt_sigaction), ALLOW(rt_sigprocmask), ALLOW(getpid),
        ALLOW(gettid), ALLOW(tgkill), ALLOW(exit), ALLOW(exit_group),
        /* clang-format on */
        BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ERRNO | 1 /* EPERM */),
    };
    struct sock_fprog program = { .len = sizeof rules / sizeof *rules, .filter = rules };
    /* A kernel built without the filter leaves the limits below. */
    if (prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0)
        return true;
    (void)prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &program);
    return true;
}

#elif defined(__OpenBSD__)

static bool filter_calls(void)
{
    return pledge("stdio", NULL) == 0;
}

#else

static bool filter_calls(void)
{
    return true;
}

#endif

static bool limit(int what, rlim_t most)
{
    struct rlimit old;
    if (getrlimit(what, &old) != 0)
        return false;
    if (old.rlim_max != RLIM_INFINITY && old.rlim_max < most)
        most = old.rlim_max;
    return setrlimit(what, &(struct rlimit){ most, most }) == 0;
}

bool sandbox_enter(void)
{
    bool ok = limit(RLIMIT_CORE, 0) && limit(RLIMIT_CPU, SANDBOX_SECONDS);
#ifndef SANITIZED
#ifdef RLIMIT_AS
    ok = ok && limit(RLIMIT_AS, SANDBOX_MEMORY);
#endif
#ifdef RLIMIT_NPROC
    ok = ok && limit(RLIMIT_NPROC, 0);
#endif
    ok = ok && limit(RLIMIT_FSIZE, (rlim_t)64 << 20) && limit(RLIMIT_NOFILE, 0);
#endif
    return ok && filter_calls();
}
