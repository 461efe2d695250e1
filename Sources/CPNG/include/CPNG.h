#ifndef CPNG_H
#define CPNG_H

#include <stddef.h>
#include <stdint.h>

// libpng reports errors by longjmp, which must not cross Swift frames. These two calls keep every jump inside C:
// they return 0, or 1 with a message. Buffers that they hand out are freed with cpng_free.

// How the bytes of a picture are to be read.
typedef struct {
  uint32_t width;
  uint32_t height;
  // One byte a pixel that indexes the palette, or three bytes (red, green, blue) where palette_count is 0.
  const uint8_t *pixels;
  // Three bytes an entry; at most 256 entries.
  const uint8_t *palette;
  uint32_t palette_count;
  // Text entries, each "key\0value\0", one behind the other. Keys are ASCII, values UTF-8.
  const uint8_t *text;
  size_t text_length;
  uint32_t text_count;
} cpng_source;

// What was read.
typedef struct {
  uint32_t width;
  uint32_t height;
  // Four bytes a pixel: red, green, blue, alpha.
  uint8_t *pixels;
  // Laid out as in cpng_source.
  uint8_t *text;
  size_t text_length;
} cpng_picture;

enum { CPNG_MESSAGE_SIZE = 128 };

int cpng_encode(const cpng_source *source, uint8_t **out, size_t *out_length, char message[CPNG_MESSAGE_SIZE]);

// Refuses a picture of more than max_pixels pixels, or one that its bytes cannot fill, before it allocates.
int cpng_decode(const uint8_t *bytes, size_t length, uint64_t max_pixels, cpng_picture *out,
                char message[CPNG_MESSAGE_SIZE]);

void cpng_free(void *buffer);

#endif
