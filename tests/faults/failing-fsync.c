/* Loaded before the C library (LD_PRELOAD): while the file that FAIL_FSYNC names exists, no file reaches the
 * disk, and whoever asks is told so. */
#define _GNU_SOURCE
#include <errno.h>
#include <stdlib.h>
#include <sys/syscall.h>
#include <unistd.h>

static int fails(void) {
  const char *flag = getenv("FAIL_FSYNC");
  int before = errno;
  int found = flag && access(flag, F_OK) == 0;
  errno = found ? EIO : before;
  return found;
}

int fsync(int file) { return fails() ? -1 : (int)syscall(SYS_fsync, file); }
int fdatasync(int file) { return fails() ? -1 : (int)syscall(SYS_fdatasync, file); }
