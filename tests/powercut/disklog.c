/* Records what a process does to the files below DISKLOG_ROOT, in the order in which it
 * happens, into DISKLOG_FILE. Loaded with LD_PRELOAD by tests/powercut/recording.py, which
 * also reads the records back: op, descriptor, number, two lengths, two byte strings. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <fcntl.h>
#include <pthread.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/syscall.h>
#include <sys/uio.h>
#include <unistd.h>

#define MOST_DESCRIPTORS 4096

static pthread_mutex_t turn = PTHREAD_MUTEX_INITIALIZER;
static char followed[MOST_DESCRIPTORS];
static const char *root;
static int log_fd = -1;

struct __attribute__((packed)) record {
    char op;
    int32_t fd;
    int64_t number;
    int32_t first, second;
};

__attribute__((constructor)) static void begin(void) {
    const char *path = getenv("DISKLOG_FILE");
    root = getenv("DISKLOG_ROOT");
    if (path && root)
        log_fd = syscall(SYS_openat, AT_FDCWD, path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
}

static int below(const char *path) {
    return log_fd >= 0 && path && strncmp(path, root, strlen(root)) == 0;
}

static int is_followed(int fd) {
    return log_fd >= 0 && fd >= 0 && fd < MOST_DESCRIPTORS && followed[fd];
}

static void note(char op, int fd, int64_t number, const void *a, size_t an, const void *b, size_t bn) {
    struct record head = {op, fd, number, (int32_t)an, (int32_t)bn};
    struct iovec parts[3] = {{&head, sizeof head}, {(void *)a, an}, {(void *)b, bn}};
    if (syscall(SYS_writev, log_fd, parts, 3) != (ssize_t)(sizeof head + an + bn))
        abort();
}

#define REAL(name) ((__typeof__(&name))dlsym(RTLD_NEXT, #name))

static int opened(int fd, const char *path, int flags) {
    if (fd >= 0 && fd < MOST_DESCRIPTORS) {
        followed[fd] = below(path);
        if (followed[fd])
            note('O', fd, flags, path, strlen(path), NULL, 0);
    }
    return fd;
}

#define OPENS(name)                                                                              \
    int name(const char *path, int flags, ...) {                                                 \
        va_list more;                                                                            \
        va_start(more, flags);                                                                   \
        mode_t mode = va_arg(more, mode_t);                                                      \
        va_end(more);                                                                            \
        pthread_mutex_lock(&turn);                                                               \
        int fd = opened(REAL(name)(path, flags, mode), path, flags);                             \
        pthread_mutex_unlock(&turn);                                                             \
        return fd;                                                                               \
    }
OPENS(open)
OPENS(open64)

int close(int fd) {
    pthread_mutex_lock(&turn);
    if (is_followed(fd)) {
        note('C', fd, 0, NULL, 0, NULL, 0);
        followed[fd] = 0;
    }
    int result = REAL(close)(fd);
    pthread_mutex_unlock(&turn);
    return result;
}

ssize_t write(int fd, const void *data, size_t count) {
    if (!is_followed(fd))
        return REAL(write)(fd, data, count);
    pthread_mutex_lock(&turn);
    int64_t after, done = REAL(write)(fd, data, count);
    after = lseek(fd, 0, SEEK_CUR);
    if (done > 0)
        note('W', fd, after - done, data, done, NULL, 0);
    pthread_mutex_unlock(&turn);
    return done;
}

#define WRITES(name, offset_type)                                                                \
    ssize_t name(int fd, const void *data, size_t count, offset_type offset) {                   \
        if (!is_followed(fd))                                                                    \
            return REAL(name)(fd, data, count, offset);                                          \
        pthread_mutex_lock(&turn);                                                               \
        ssize_t done = REAL(name)(fd, data, count, offset);                                      \
        if (done > 0)                                                                            \
            note('W', fd, offset, data, done, NULL, 0);                                          \
        pthread_mutex_unlock(&turn);                                                             \
        return done;                                                                             \
    }
WRITES(pwrite, off_t)
WRITES(pwrite64, off64_t)

#define CUTS(name, offset_type)                                                                  \
    int name(int fd, offset_type size) {                                                         \
        pthread_mutex_lock(&turn);                                                               \
        int result = REAL(name)(fd, size);                                                       \
        if (result == 0 && is_followed(fd))                                                      \
            note('T', fd, size, NULL, 0, NULL, 0);                                               \
        pthread_mutex_unlock(&turn);                                                             \
        return result;                                                                           \
    }
CUTS(ftruncate, off_t)
CUTS(ftruncate64, off64_t)

#define SYNCS(name)                                                                              \
    int name(int fd) {                                                                           \
        pthread_mutex_lock(&turn);                                                               \
        int result = REAL(name)(fd);                                                             \
        if (result == 0 && is_followed(fd))                                                      \
            note('S', fd, 0, NULL, 0, NULL, 0);                                                  \
        pthread_mutex_unlock(&turn);                                                             \
        return result;                                                                           \
    }
SYNCS(fsync)
SYNCS(fdatasync)

int rename(const char *from, const char *to) {
    pthread_mutex_lock(&turn);
    int result = REAL(rename)(from, to);
    if (result == 0 && below(from))
        note('R', -1, 0, from, strlen(from), to, strlen(to));
    pthread_mutex_unlock(&turn);
    return result;
}

int unlink(const char *path) {
    pthread_mutex_lock(&turn);
    int result = REAL(unlink)(path);
    if (result == 0 && below(path))
        note('U', -1, 0, path, strlen(path), NULL, 0);
    pthread_mutex_unlock(&turn);
    return result;
}
