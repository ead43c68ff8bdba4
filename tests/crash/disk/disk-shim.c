/*
 * Stands between a program and its disk (LD_PRELOAD). It watches the files of one folder, writes down every change to them in the order
 * in which it happened, and on request lets a chosen operation fail or ends the program in the middle of it.
 *
 * CRASH_FOLDER   watched: every path that begins with it
 * CRASH_TRACE    file for the record of what happened (none where it is not set)
 * CRASH_CONTROL  file of the struct below, written by the test while the program runs
 *
 * A record: kind (1 byte), 1 byte unused, length of the path (2), length of the data (4), offset (8), path, data; all little endian.
 * Kinds: C created, T cut or lengthened (offset = new size), W written, S file synced, D folder synced, U removed, R renamed (data = new path).
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <signal.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/uio.h>
#include <unistd.h>

enum { OP_WRITE = 1, OP_SYNC = 2, OP_TRUNCATE = 4, OP_UNLINK = 8, OP_CREATE = 16 };
enum { ANYWHERE = 0, IN_PROJECT = 1, IN_JOURNAL = 2 };
enum { ACT_KILL = 1, ACT_KILL_HALFWAY = 2, ACT_FAIL = 3, ACT_KILL_AFTER = 4 };

/** What the test asks for. `countdown` operations of `mask` pass first; then `times` of them (-1 = all) end in `action`. */
struct control {
  volatile int32_t armed;
  int32_t mask;
  int32_t countdown;
  int32_t action;
  int32_t error;
  int32_t times;
  volatile int32_t hits;
  /** Which files count: all, all but journals, only journals. */
  int32_t where;
  /** Watched operations, armed or not: all, and writes to files that are no journals. */
  volatile int32_t seen;
  volatile int32_t written;
};

#define MOST_FILES 4096
static char *paths[MOST_FILES];
static char is_folder[MOST_FILES];
static const char *folder;
static size_t folder_length;
static int trace = -1;
static struct control *control;
static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;

static int (*real_open)(const char *, int, ...);
static int (*real_openat)(int, const char *, int, ...);
static int (*real_close)(int);
static ssize_t (*real_write)(int, const void *, size_t);
static ssize_t (*real_writev)(int, const struct iovec *, int);
static ssize_t (*real_pwrite)(int, const void *, size_t, off_t);
static int (*real_fsync)(int);
static int (*real_fdatasync)(int);
static int (*real_ftruncate)(int, off_t);
static int (*real_unlink)(const char *);
static int (*real_rename)(const char *, const char *);

__attribute__((constructor)) static void start(void) {
  real_open = dlsym(RTLD_NEXT, "open64");
  real_openat = dlsym(RTLD_NEXT, "openat64");
  real_close = dlsym(RTLD_NEXT, "close");
  real_write = dlsym(RTLD_NEXT, "write");
  real_writev = dlsym(RTLD_NEXT, "writev");
  real_pwrite = dlsym(RTLD_NEXT, "pwrite64");
  real_fsync = dlsym(RTLD_NEXT, "fsync");
  real_fdatasync = dlsym(RTLD_NEXT, "fdatasync");
  real_ftruncate = dlsym(RTLD_NEXT, "ftruncate64");
  real_unlink = dlsym(RTLD_NEXT, "unlink");
  real_rename = dlsym(RTLD_NEXT, "rename");
  folder = getenv("CRASH_FOLDER");
  folder_length = folder ? strlen(folder) : 0;
  const char *trace_path = getenv("CRASH_TRACE");
  if (trace_path) trace = real_open(trace_path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
  const char *control_path = getenv("CRASH_CONTROL");
  int fd = control_path ? real_open(control_path, O_RDWR | O_CLOEXEC) : -1;
  if (fd < 0) return;
  void *mapped = mmap(NULL, sizeof(struct control), PROT_READ | PROT_WRITE, MAP_SHARED, fd, 0);
  if (mapped != MAP_FAILED) control = mapped;
  real_close(fd);
}

static int is_watched(const char *path) {
  return folder_length > 0 && path && strncmp(path, folder, folder_length) == 0;
}

static const char *path_of(int fd) {
  return fd >= 0 && fd < MOST_FILES ? paths[fd] : NULL;
}

static void note(char kind, const char *path, uint64_t offset, const void *data, uint32_t length) {
  if (trace < 0) return;
  uint16_t path_length = (uint16_t)strlen(path);
  char head[16] = {kind, 0};
  memcpy(head + 2, &path_length, 2);
  memcpy(head + 4, &length, 4);
  memcpy(head + 8, &offset, 8);
  struct iovec parts[3] = {{head, 16}, {(void *)path, path_length}, {(void *)data, length}};
  if (real_writev(trace, parts, 3) < 0) abort();
}

static void die(void) {
  kill(getpid(), SIGKILL);
  for (;;) pause();
}

static int is_journal(const char *path) {
  size_t length = strlen(path);
  return length > 8 && strcmp(path + length - 8, "-journal") == 0;
}

/** 0 = go on, else the action for this operation. Called with the lock held. */
static int judge(int operation, const char *path) {
  if (!control) return 0;
  int place = is_journal(path) ? IN_JOURNAL : IN_PROJECT;
  control->seen++;
  if (operation == OP_WRITE && place == IN_PROJECT) control->written++;
  if (!control->armed || !(control->mask & operation)) return 0;
  if (control->where != ANYWHERE && control->where != place) return 0;
  if (control->countdown > 0) {
    control->countdown--;
    return 0;
  }
  if (control->times == 0) return 0;
  if (control->times > 0) control->times--;
  control->hits++;
  if (control->action == ACT_KILL) die();
  if (control->action == ACT_FAIL) errno = control->error;
  return control->action;
}

static void end(int action) {
  if (action == ACT_KILL_AFTER) die();
}

static int opened(int fd, const char *path, int flags, int existed) {
  if (fd < 0 || fd >= MOST_FILES) return fd;
  struct stat status;
  is_folder[fd] = fstat(fd, &status) == 0 && S_ISDIR(status.st_mode);
  free(paths[fd]);
  paths[fd] = strdup(path);
  if (!existed) note('C', path, 0, NULL, 0);
  else if (flags & O_TRUNC) note('T', path, 0, NULL, 0);
  return fd;
}

static int open_watched(const char *path, int flags, mode_t mode) {
  pthread_mutex_lock(&lock);
  int existed = faccessat(AT_FDCWD, path, F_OK, 0) == 0;
  int action = !existed && (flags & O_CREAT) ? judge(OP_CREATE, path) : 0;
  int fd = action == ACT_FAIL ? -1 : opened(real_open(path, flags, mode), path, flags, existed);
  end(action);
  pthread_mutex_unlock(&lock);
  return fd;
}

#define MODE_ARGUMENT                       \
  mode_t mode = 0;                          \
  if (flags & (O_CREAT | __O_TMPFILE)) {    \
    va_list arguments;                      \
    va_start(arguments, flags);             \
    mode = va_arg(arguments, mode_t);       \
    va_end(arguments);                      \
  }

int open64(const char *path, int flags, ...) {
  MODE_ARGUMENT
  return is_watched(path) ? open_watched(path, flags, mode) : real_open(path, flags, mode);
}

int open(const char *path, int flags, ...) {
  MODE_ARGUMENT
  return is_watched(path) ? open_watched(path, flags, mode) : real_open(path, flags, mode);
}

int openat64(int at, const char *path, int flags, ...) {
  MODE_ARGUMENT
  return is_watched(path) ? open_watched(path, flags, mode) : real_openat(at, path, flags, mode);
}

int openat(int at, const char *path, int flags, ...) {
  MODE_ARGUMENT
  return is_watched(path) ? open_watched(path, flags, mode) : real_openat(at, path, flags, mode);
}

int close(int fd) {
  if (!path_of(fd)) return real_close(fd);
  pthread_mutex_lock(&lock);
  free(paths[fd]);
  paths[fd] = NULL;
  int result = real_close(fd);
  pthread_mutex_unlock(&lock);
  return result;
}

static ssize_t write_watched(int fd, const void *data, size_t length, off_t offset, int moves) {
  pthread_mutex_lock(&lock);
  ssize_t written = -1;
  int action = judge(OP_WRITE, paths[fd]);
  if (action == ACT_KILL_HALFWAY) {
    size_t half = length / 2;
    if (real_pwrite(fd, data, half, offset) > 0) note('W', paths[fd], (uint64_t)offset, data, (uint32_t)half);
    die();
  }
  if (action != ACT_FAIL) {
    written = moves ? real_write(fd, data, length) : real_pwrite(fd, data, length, offset);
    if (written > 0) note('W', paths[fd], (uint64_t)offset, data, (uint32_t)written);
  }
  end(action);
  pthread_mutex_unlock(&lock);
  return written;
}

static off_t place_of(int fd) {
  return lseek(fd, 0, fcntl(fd, F_GETFL) & O_APPEND ? SEEK_END : SEEK_CUR);
}

ssize_t pwrite64(int fd, const void *data, size_t length, off64_t offset) {
  return path_of(fd) ? write_watched(fd, data, length, offset, 0) : real_pwrite(fd, data, length, offset);
}

ssize_t pwrite(int fd, const void *data, size_t length, off_t offset) {
  return pwrite64(fd, data, length, offset);
}

ssize_t write(int fd, const void *data, size_t length) {
  return path_of(fd) ? write_watched(fd, data, length, place_of(fd), 1) : real_write(fd, data, length);
}

/** A short count is lawful here: the caller goes on with the rest. */
ssize_t writev(int fd, const struct iovec *parts, int count) {
  if (!path_of(fd) || count == 0) return real_writev(fd, parts, count);
  return write_watched(fd, parts[0].iov_base, parts[0].iov_len, place_of(fd), 1);
}

static int sync_watched(int fd, int (*sync_file)(int)) {
  pthread_mutex_lock(&lock);
  int action = judge(OP_SYNC, paths[fd]);
  if (action == ACT_KILL_HALFWAY) die();
  int result = action == ACT_FAIL ? -1 : sync_file(fd);
  if (result == 0) note(is_folder[fd] ? 'D' : 'S', paths[fd], 0, NULL, 0);
  end(action);
  pthread_mutex_unlock(&lock);
  return result;
}

int fsync(int fd) {
  return path_of(fd) ? sync_watched(fd, real_fsync) : real_fsync(fd);
}

int fdatasync(int fd) {
  return path_of(fd) ? sync_watched(fd, real_fdatasync) : real_fdatasync(fd);
}

int ftruncate64(int fd, off64_t size) {
  if (!path_of(fd)) return real_ftruncate(fd, size);
  pthread_mutex_lock(&lock);
  int action = judge(OP_TRUNCATE, paths[fd]);
  if (action == ACT_KILL_HALFWAY) die();
  int result = action == ACT_FAIL ? -1 : real_ftruncate(fd, size);
  if (result == 0) note('T', paths[fd], (uint64_t)size, NULL, 0);
  end(action);
  pthread_mutex_unlock(&lock);
  return result;
}

int ftruncate(int fd, off_t size) {
  return ftruncate64(fd, size);
}

int unlink(const char *path) {
  if (!is_watched(path)) return real_unlink(path);
  pthread_mutex_lock(&lock);
  int action = judge(OP_UNLINK, path);
  if (action == ACT_KILL_HALFWAY) die();
  int result = action == ACT_FAIL ? -1 : real_unlink(path);
  if (result == 0) note('U', path, 0, NULL, 0);
  end(action);
  pthread_mutex_unlock(&lock);
  return result;
}

int rename(const char *from, const char *to) {
  if (!is_watched(from) && !is_watched(to)) return real_rename(from, to);
  pthread_mutex_lock(&lock);
  int result = real_rename(from, to);
  if (result == 0) note('R', from, 0, to, (uint32_t)strlen(to));
  pthread_mutex_unlock(&lock);
  return result;
}
