/* Writes down what a program asks of the disk under one folder: for crash images. Loaded by LD_PRELOAD. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/types.h>
#include <unistd.h>

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static int out = -1;
static const char *root;
static char is_file[65536], is_folder[65536];
static char *name_of[65536];

#define REAL(name) ((__typeof__(&name))dlsym(RTLD_NEXT, #name))

__attribute__((constructor)) static void begin(void) {
    const char *path = getenv("TANU_TRACE");
    root = getenv("TANU_TRACE_ROOT");
    if (path && root) out = REAL(open)(path, O_WRONLY | O_CREAT | O_APPEND, 0600);
}

/* One record: kind, file number, place, length of the bytes, the bytes. */
static void note(char kind, uint64_t file, uint64_t place, const void *bytes, uint32_t length) {
    char head[21];
    if (out < 0) return;
    head[0] = kind;
    memcpy(head + 1, &file, 8);
    memcpy(head + 9, &place, 8);
    memcpy(head + 17, &length, 4);
    pthread_mutex_lock(&lock);
    ssize_t done = REAL(write)(out, head, sizeof head);
    if (length) done += REAL(write)(out, bytes, length);
    (void)done;
    pthread_mutex_unlock(&lock);
}

static int inside(const char *path) {
    return out >= 0 && strncmp(path, root, strlen(root)) == 0 && !strstr(path, "-shm");
}

static uint64_t number(int fd) {
    struct stat meta;
    return fstat(fd, &meta) == 0 ? (uint64_t)meta.st_ino : 0;
}

static int opened(int fd, const char *path, int existed) {
    struct stat meta;
    if (fd < 0 || fd >= 65536) return fd;
    is_file[fd] = is_folder[fd] = 0;
    free(name_of[fd]);
    name_of[fd] = NULL;
    if (!inside(path) || fstat(fd, &meta) != 0) return fd;
    if (S_ISDIR(meta.st_mode)) {
        is_folder[fd] = 1;
        name_of[fd] = strdup(path);
    } else {
        is_file[fd] = 1;
        if (!existed) note('O', number(fd), 0, path, strlen(path));
    }
    return fd;
}

#define OPEN(name)                                              \
    int name(const char *path, int flags, ...) {                \
        mode_t mode = 0;                                        \
        if (flags & O_CREAT) {                                  \
            va_list more;                                       \
            va_start(more, flags);                              \
            mode = va_arg(more, mode_t);                        \
            va_end(more);                                       \
        }                                                       \
        int existed = access(path, F_OK) == 0;                  \
        int fd = REAL(name)(path, flags, mode);                 \
        int kept = errno;                                       \
        opened(fd, path, existed);                              \
        if (fd >= 0 && existed && (flags & O_TRUNC) && is_file[fd]) note('T', number(fd), 0, NULL, 0); \
        errno = kept;                                           \
        return fd;                                              \
    }
OPEN(open)
OPEN(open64)

int close(int fd) {
    if (fd >= 0 && fd < 65536) is_file[fd] = is_folder[fd] = 0;
    return REAL(close)(fd);
}

ssize_t write(int fd, const void *bytes, size_t length) {
    off_t place = 0;
    int ours = fd >= 0 && fd < 65536 && is_file[fd];
    if (ours) {
        struct stat meta;
        place = lseek(fd, 0, SEEK_CUR);
        if ((fcntl(fd, F_GETFL) & O_APPEND) && fstat(fd, &meta) == 0) place = meta.st_size;
    }
    ssize_t done = REAL(write)(fd, bytes, length);
    if (ours && done > 0) note('W', number(fd), place, bytes, done);
    return done;
}

#define PWRITE(name, offset_t)                                                  \
    ssize_t name(int fd, const void *bytes, size_t length, offset_t place) {    \
        ssize_t done = REAL(name)(fd, bytes, length, place);                    \
        if (done > 0 && fd < 65536 && is_file[fd]) note('W', number(fd), place, bytes, done); \
        return done;                                                            \
    }
PWRITE(pwrite, off_t)
PWRITE(pwrite64, off64_t)

#define TRUNCATE(name, offset_t)                                        \
    int name(int fd, offset_t size) {                                   \
        int done = REAL(name)(fd, size);                                \
        if (done == 0 && fd < 65536 && is_file[fd]) note('T', number(fd), size, NULL, 0); \
        return done;                                                    \
    }
TRUNCATE(ftruncate, off_t)
TRUNCATE(ftruncate64, off64_t)

#define SYNC(name)                                                      \
    int name(int fd) {                                                  \
        int done = REAL(name)(fd);                                      \
        if (done == 0 && fd < 65536 && is_file[fd]) note('S', number(fd), 0, NULL, 0); \
        if (done == 0 && fd < 65536 && is_folder[fd]) note('D', 0, 0, name_of[fd], strlen(name_of[fd])); \
        return done;                                                    \
    }
SYNC(fsync)
SYNC(fdatasync)

int rename(const char *from, const char *to) {
    int done = REAL(rename)(from, to);
    if (done == 0 && (inside(from) || inside(to))) {
        char both[8192];
        size_t a = strlen(from), b = strlen(to);
        memcpy(both, from, a);
        both[a] = '\n';
        memcpy(both + a + 1, to, b);
        note('R', 0, 0, both, a + 1 + b);
    }
    return done;
}

int unlink(const char *path) {
    int done = REAL(unlink)(path);
    if (done == 0 && inside(path)) note('U', 0, 0, path, strlen(path));
    return done;
}

int mkdir(const char *path, mode_t mode) {
    int done = REAL(mkdir)(path, mode);
    if (done == 0 && inside(path)) note('M', 0, 0, path, strlen(path));
    return done;
}

/* Copies go through write, where they are seen. */
ssize_t copy_file_range(int a, off64_t *b, int c, off64_t *d, size_t e, unsigned f) {
    (void)a; (void)b; (void)c; (void)d; (void)e; (void)f;
    errno = ENOSYS;
    return -1;
}
ssize_t sendfile64(int a, int b, off64_t *c, size_t d) {
    (void)a; (void)b; (void)c; (void)d;
    errno = ENOSYS;
    return -1;
}
