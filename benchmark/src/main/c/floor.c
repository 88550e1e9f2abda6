// The floor: a server that does nothing but send() the same bytes to every connection. What it costs is the kernel's
// own work, and no server that writes to each connection by itself can cost less.
//
//   floor PORT events|websocket BYTES MICROSECONDS
//
// Every MICROSECONDS it sends one message that has BYTES on the wire, framing included; 0 for never. POST /…, with a
// number from 0 to 99 as the last two digits of the path, has it send one at once that carries "n":NN.
// Listens on 127.0.0.1 and ends with its standard input.

#define _GNU_SOURCE
#include <arpa/inet.h>
#include <errno.h>
#include <fcntl.h>
#include <netinet/tcp.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/timerfd.h>
#include <unistd.h>

enum { MOST_FDS = 1 << 16, LONGEST_REQUEST = 4096, SMALLEST = 40, LARGEST = 65000 };

static const char EVENTS_HEAD[] =
    "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nTransfer-Encoding: chunked\r\n\r\n";
// The answer to the key that the benchmark's clients send, from RFC 6455, section 1.3.
static const char WEBSOCKET_HEAD[] =
    "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
    "Sec-WebSocket-Accept: s3pPLMBiTxaQ9kYGzzhZRbK+xOo=\r\n\r\n";
static const char DONE[] = "HTTP/1.1 204 No Content\r\n\r\n";

// What has come of a request that is not answered yet; a connection that streams has none.
struct request {
  size_t length;
  char bytes[LONGEST_REQUEST];
};

static struct request *requests[MOST_FDS];
static int streams[MOST_FDS];
static int places[MOST_FDS];
static int count;
static char message[LARGEST + 1];
static size_t message_length;
static char *number;
static int websocket;

static void fail(const char *what) {
  perror(what);
  exit(1);
}

static void make_message(size_t wanted) {
  size_t head;
  char frame[16];
  if (websocket) {
    head = wanted <= 127 ? 2 : 4;
    size_t payload = wanted - head;
    frame[0] = (char)0x81;
    frame[1] = head == 2 ? (char)payload : 126;
    frame[2] = (char)(payload >> 8);
    frame[3] = (char)payload;
  } else {
    // Three digits always, as a chunk's size may begin with zeros.
    head = 5;
    snprintf(frame, sizeof frame, "%03zx\r\n", (wanted - head - 2) & 0xfff);
  }
  memset(message, '.', wanted);
  memcpy(message, frame, head);
  const char *begin = websocket ? "{\"n\":00," : "data: {\"n\":00,";
  memcpy(message + head, begin, strlen(begin));
  number = message + head + strlen(begin) - 3;
  if (!websocket) {
    memcpy(message + wanted - 4, "\n\n\r\n", 4);
  }
  message_length = wanted;
}

static void forget(int fd) {
  if (places[fd] >= 0) {
    int last = streams[--count];
    streams[places[fd]] = last;
    places[last] = places[fd];
    places[fd] = -1;
  }
  free(requests[fd]);
  requests[fd] = NULL;
  close(fd);
}

static void send_to_all(void) {
  for (int i = count - 1; i >= 0; i--) {
    ssize_t sent = send(streams[i], message, message_length, MSG_DONTWAIT | MSG_NOSIGNAL);
    if (sent < 0 && errno != EAGAIN) {
      forget(streams[i]);
    }
  }
}

static void answer(int fd, struct request *request) {
  if (request->bytes[0] == 'P') {
    const char *path = strchr(request->bytes, ' ') + 1;
    const char *end = strchr(path, ' ');
    if (end && end - path > 2) {
      memcpy(number, end - 2, 2);
      send_to_all();
    }
    send(fd, DONE, sizeof DONE - 1, MSG_NOSIGNAL);
    request->length = 0;
    return;
  }
  const char *head = websocket ? WEBSOCKET_HEAD : EVENTS_HEAD;
  send(fd, head, strlen(head), MSG_NOSIGNAL);
  free(request);
  requests[fd] = NULL;
  places[fd] = count;
  streams[count++] = fd;
}

static void readable(int fd) {
  char ignored[1024];
  struct request *request = requests[fd];
  ssize_t got = request ? recv(fd, request->bytes + request->length, LONGEST_REQUEST - 1 - request->length, 0)
                        : recv(fd, ignored, sizeof ignored, 0);
  if (got <= 0) {
    if (got == 0 || errno != EAGAIN) {
      forget(fd);
    }
    return;
  }
  if (request) {
    request->length += (size_t)got;
    request->bytes[request->length] = 0;
    if (strstr(request->bytes, "\r\n\r\n")) {
      answer(fd, request);
    } else if (request->length == LONGEST_REQUEST - 1) {
      forget(fd);
    }
  }
}

static void accept_all(int listener, int epoll) {
  for (int fd; (fd = accept4(listener, NULL, NULL, SOCK_NONBLOCK)) >= 0;) {
    struct request *request = calloc(1, sizeof *request);
    if (!request || fd >= MOST_FDS) {
      free(request);
      close(fd);
      continue;
    }
    setsockopt(fd, IPPROTO_TCP, TCP_NODELAY, &(int){1}, sizeof(int));
    requests[fd] = request;
    places[fd] = -1;
    epoll_ctl(epoll, EPOLL_CTL_ADD, fd, &(struct epoll_event){.events = EPOLLIN, .data.fd = fd});
  }
}

static int listen_on(int port) {
  int fd = socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK, 0);
  struct sockaddr_in address = {
      .sin_family = AF_INET, .sin_port = htons((uint16_t)port), .sin_addr.s_addr = htonl(INADDR_LOOPBACK)};
  setsockopt(fd, SOL_SOCKET, SO_REUSEADDR, &(int){1}, sizeof(int));
  if (bind(fd, (struct sockaddr *)&address, sizeof address) || listen(fd, 4096)) {
    fail("floor: listen");
  }
  return fd;
}

static int timer(long microseconds) {
  int fd = timerfd_create(CLOCK_MONOTONIC, TFD_NONBLOCK);
  struct timespec every = {microseconds / 1000000, microseconds % 1000000 * 1000};
  if (fd < 0 || timerfd_settime(fd, 0, &(struct itimerspec){every, every}, NULL)) {
    fail("floor: timer");
  }
  return fd;
}

int main(int argc, char **argv) {
  size_t bytes = argc == 5 ? (size_t)atol(argv[3]) : 0;
  if (argc != 5 || bytes < SMALLEST || bytes > LARGEST) {
    fprintf(stderr, "usage: floor PORT events|websocket BYTES MICROSECONDS\n");
    return 2;
  }
  websocket = strcmp(argv[2], "websocket") == 0;
  make_message(bytes);
  struct rlimit files;
  getrlimit(RLIMIT_NOFILE, &files);
  files.rlim_cur = files.rlim_max;
  setrlimit(RLIMIT_NOFILE, &files);
  int listener = listen_on(atoi(argv[1]));
  int ticks = timer(atol(argv[4]));
  int epoll = epoll_create1(0);
  for (int i = 0; i < 3; i++) {
    int fd = i == 0 ? listener : i == 1 ? ticks : STDIN_FILENO;
    epoll_ctl(epoll, EPOLL_CTL_ADD, fd, &(struct epoll_event){.events = EPOLLIN, .data.fd = fd});
  }
  for (;;) {
    struct epoll_event events[256];
    int ready = epoll_wait(epoll, events, 256, -1);
    for (int i = 0; i < ready; i++) {
      int fd = events[i].data.fd;
      uint64_t passed;
      if (fd == STDIN_FILENO) {
        return 0;
      } else if (fd == listener) {
        accept_all(listener, epoll);
      } else if (fd == ticks) {
        if (read(ticks, &passed, sizeof passed) == sizeof passed) {
          send_to_all();
        }
      } else {
        readable(fd);
      }
    }
  }
}
