/*
 * The calls that ./bench gpio times in Java, in C; prints how many nanoseconds they took.
 *
 *   loop values CHIP LINES CALLS   requests the first LINES lines of a chip as outputs, and sets all of them
 *   loop nothing FILE CALLS        asks a file how much there is left to read of it, which is next to no work
 */
#include <fcntl.h>
#include <linux/gpio.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <time.h>

static void require(int good, const char *what) {
  if (!good) {
    perror(what);
    exit(1);
  }
}

static long long nanos(void) {
  struct timespec now;
  clock_gettime(CLOCK_MONOTONIC, &now);
  return now.tv_sec * 1000000000LL + now.tv_nsec;
}

static int open_file(const char *path) {
  int fd = open(path, O_RDWR | O_CLOEXEC);
  require(fd >= 0, path);
  return fd;
}

static int request_outputs(const char *chip, unsigned lines) {
  struct gpio_v2_line_request request;
  memset(&request, 0, sizeof request);
  require(lines > 0 && lines <= GPIO_V2_LINES_MAX, "1 to 64 lines");
  for (unsigned i = 0; i < lines; i++) {
    request.offsets[i] = i;
  }
  strcpy(request.consumer, "loop");
  request.config.flags = GPIO_V2_LINE_FLAG_OUTPUT;
  request.num_lines = lines;
  require(ioctl(open_file(chip), GPIO_V2_GET_LINE_IOCTL, &request) == 0, "GPIO_V2_GET_LINE");
  return request.fd;
}

static long long set_values(int fd, unsigned lines, long calls) {
  struct gpio_v2_line_values values = {0, lines == 64 ? ~0ULL : (1ULL << lines) - 1};
  long long start = nanos();
  for (long i = 0; i < calls; i++) {
    values.bits = i % 2 == 0 ? values.mask : 0;
    require(ioctl(fd, GPIO_V2_LINE_SET_VALUES_IOCTL, &values) == 0, "GPIO_V2_LINE_SET_VALUES");
  }
  return nanos() - start;
}

static long long ask(int fd, long calls) {
  int left;
  long long start = nanos();
  for (long i = 0; i < calls; i++) {
    require(ioctl(fd, FIONREAD, &left) == 0, "FIONREAD");
  }
  return nanos() - start;
}

int main(int argc, char **argv) {
  if (argc == 5 && strcmp(argv[1], "values") == 0) {
    unsigned lines = (unsigned)atoi(argv[3]);
    printf("%lld\n", set_values(request_outputs(argv[2], lines), lines, atol(argv[4])));
  } else if (argc == 4 && strcmp(argv[1], "nothing") == 0) {
    printf("%lld\n", ask(open_file(argv[2]), atol(argv[3])));
  } else {
    fprintf(stderr, "loop values CHIP LINES CALLS | loop nothing FILE CALLS\n");
    return 2;
  }
  return 0;
}
