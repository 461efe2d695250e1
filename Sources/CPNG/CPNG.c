#include "CPNG.h"

#include <png.h>
#include <setjmp.h>
#include <stdlib.h>
#include <string.h>

// Everything a call owns lives in one struct that the caller of setjmp holds a pointer to, so that nothing that
// changes between setjmp and longjmp is a local variable.

static void on_error(png_structp png, png_const_charp text) {
  char *message = png_get_error_ptr(png);
  strncpy(message, text, CPNG_MESSAGE_SIZE - 1);
  message[CPNG_MESSAGE_SIZE - 1] = 0;
  png_longjmp(png, 1);
}

static void on_warning(png_structp png, png_const_charp text) {
  (void)png;
  (void)text;
}

void cpng_free(void *buffer) { free(buffer); }

// MARK: Writing

typedef struct {
  png_structp png;
  png_infop info;
  uint8_t *bytes;
  size_t length;
  size_t capacity;
  png_text *texts;
} writer;

static void append(png_structp png, png_bytep data, size_t count) {
  writer *w = png_get_io_ptr(png);
  if (w->length + count > w->capacity) {
    size_t capacity = w->capacity == 0 ? 1 << 16 : w->capacity * 2;
    while (capacity < w->length + count) capacity *= 2;
    uint8_t *grown = realloc(w->bytes, capacity);
    if (grown == NULL) png_error(png, "out of memory");
    w->bytes = grown;
    w->capacity = capacity;
  }
  memcpy(w->bytes + w->length, data, count);
  w->length += count;
}

static void flush(png_structp png) { (void)png; }

static int is_ascii(const char *text) {
  for (; *text; text++) {
    if ((unsigned char)*text >= 0x80) return 0;
  }
  return 1;
}

static void set_texts(writer *w, const cpng_source *source) {
  if (source->text_count == 0) return;
  w->texts = calloc(source->text_count, sizeof(png_text));
  if (w->texts == NULL) png_error(w->png, "out of memory");
  const char *cursor = (const char *)source->text;
  for (uint32_t i = 0; i < source->text_count; i++) {
    png_text *entry = &w->texts[i];
    entry->key = (char *)cursor;
    cursor += strlen(cursor) + 1;
    entry->text = (char *)cursor;
    size_t length = strlen(cursor);
    cursor += length + 1;
    if (is_ascii(entry->text)) {
      entry->compression = PNG_TEXT_COMPRESSION_NONE;
      entry->text_length = length;
    } else {
      entry->compression = PNG_ITXT_COMPRESSION_NONE;
      entry->itxt_length = length;
      entry->lang = "";
      entry->lang_key = "";
    }
  }
  png_set_text(w->png, w->info, w->texts, (int)source->text_count);
}

static int write_picture(writer *w, const cpng_source *source) {
  if (setjmp(png_jmpbuf(w->png))) return 1;
  int indexed = source->palette_count > 0;
  png_set_write_fn(w->png, w, append, flush);
  png_set_IHDR(w->png, w->info, source->width, source->height, 8, indexed ? PNG_COLOR_TYPE_PALETTE : PNG_COLOR_TYPE_RGB,
               PNG_INTERLACE_NONE, PNG_COMPRESSION_TYPE_DEFAULT, PNG_FILTER_TYPE_DEFAULT);
  if (indexed) {
    png_color colors[256];
    for (uint32_t i = 0; i < source->palette_count; i++) {
      colors[i].red = source->palette[3 * i];
      colors[i].green = source->palette[3 * i + 1];
      colors[i].blue = source->palette[3 * i + 2];
    }
    png_set_PLTE(w->png, w->info, colors, (int)source->palette_count);
  }
  // Prediction between indices means nothing; between the samples of a picture it pays.
  png_set_filter(w->png, PNG_FILTER_TYPE_BASE, indexed ? PNG_FILTER_NONE : PNG_FILTER_UP);
  png_set_compression_level(w->png, 9);
  set_texts(w, source);
  png_write_info(w->png, w->info);
  size_t stride = (size_t)source->width * (indexed ? 1 : 3);
  for (uint32_t y = 0; y < source->height; y++) {
    png_write_row(w->png, source->pixels + y * stride);
  }
  png_write_end(w->png, NULL);
  return 0;
}

int cpng_encode(const cpng_source *source, uint8_t **out, size_t *out_length, char message[CPNG_MESSAGE_SIZE]) {
  writer w = {0};
  int failed = 1;
  strcpy(message, "out of memory");
  w.png = png_create_write_struct(PNG_LIBPNG_VER_STRING, message, on_error, on_warning);
  if (w.png != NULL) w.info = png_create_info_struct(w.png);
  if (w.info != NULL) failed = write_picture(&w, source);
  png_destroy_write_struct(&w.png, &w.info);
  free(w.texts);
  if (failed) {
    free(w.bytes);
    return 1;
  }
  *out = w.bytes;
  *out_length = w.length;
  return 0;
}

// MARK: Reading

typedef struct {
  png_structp png;
  png_infop info;
  png_infop end;
  const uint8_t *bytes;
  size_t length;
  size_t position;
  uint8_t *pixels;
  png_bytep *rows;
  uint8_t *text;
  size_t text_length;
} reader;

static void take(png_structp png, png_bytep data, size_t count) {
  reader *r = png_get_io_ptr(png);
  if (count > r->length - r->position) png_error(png, "the file ends early");
  memcpy(data, r->bytes + r->position, count);
  r->position += count;
}

// Deflate cannot inflate by more than 1032; a header that promises more than that lies.
static void check_size(reader *r, uint64_t max_pixels) {
  uint64_t width = png_get_image_width(r->png, r->info);
  uint64_t height = png_get_image_height(r->png, r->info);
  if (width * height > max_pixels) png_error(r->png, "the picture is too large");
  if ((uint64_t)png_get_rowbytes(r->png, r->info) * height > (uint64_t)r->length * 1032 + 65536) {
    png_error(r->png, "the file is too short for its size");
  }
}

static void to_rgba(reader *r) {
  png_set_expand(r->png);
  png_set_scale_16(r->png);
  png_set_gray_to_rgb(r->png);
  png_set_add_alpha(r->png, 0xFF, PNG_FILLER_AFTER);
  png_set_interlace_handling(r->png);
  png_read_update_info(r->png, r->info);
}

static void collect_texts(reader *r, png_infop info) {
  png_textp entries = NULL;
  int count = 0;
  png_get_text(r->png, info, &entries, &count);
  for (int i = 0; i < count; i++) {
    size_t key = strlen(entries[i].key) + 1;
    const char *value = entries[i].text == NULL ? "" : entries[i].text;
    size_t length = strlen(value) + 1;
    uint8_t *grown = realloc(r->text, r->text_length + key + length);
    if (grown == NULL) png_error(r->png, "out of memory");
    memcpy(grown + r->text_length, entries[i].key, key);
    memcpy(grown + r->text_length + key, value, length);
    r->text = grown;
    r->text_length += key + length;
  }
}

static int read_picture(reader *r, uint64_t max_pixels, cpng_picture *out) {
  if (setjmp(png_jmpbuf(r->png))) return 1;
  png_set_read_fn(r->png, r, take);
  png_set_crc_action(r->png, PNG_CRC_ERROR_QUIT, PNG_CRC_ERROR_QUIT);
  png_set_user_limits(r->png, 1 << 16, 1 << 16);
  png_set_chunk_malloc_max(r->png, 1 << 22);
  png_set_chunk_cache_max(r->png, 64);
  png_read_info(r->png, r->info);
  check_size(r, max_pixels);
  to_rgba(r);
  out->width = png_get_image_width(r->png, r->info);
  out->height = png_get_image_height(r->png, r->info);
  size_t stride = (size_t)out->width * 4;
  if (png_get_rowbytes(r->png, r->info) != stride) png_error(r->png, "unexpected row size");
  r->pixels = malloc(stride * out->height);
  r->rows = malloc(sizeof(png_bytep) * out->height);
  if (r->pixels == NULL || r->rows == NULL) png_error(r->png, "out of memory");
  for (uint32_t y = 0; y < out->height; y++) r->rows[y] = r->pixels + y * stride;
  png_read_image(r->png, r->rows);
  png_read_end(r->png, r->end);
  collect_texts(r, r->info);
  collect_texts(r, r->end);
  return 0;
}

int cpng_decode(const uint8_t *bytes, size_t length, uint64_t max_pixels, cpng_picture *out,
                char message[CPNG_MESSAGE_SIZE]) {
  reader r = {0};
  int failed = 1;
  r.bytes = bytes;
  r.length = length;
  strcpy(message, "out of memory");
  r.png = png_create_read_struct(PNG_LIBPNG_VER_STRING, message, on_error, on_warning);
  if (r.png != NULL) r.info = png_create_info_struct(r.png);
  if (r.info != NULL) r.end = png_create_info_struct(r.png);
  if (r.end != NULL) failed = read_picture(&r, max_pixels, out);
  png_destroy_read_struct(&r.png, &r.info, &r.end);
  free(r.rows);
  if (failed) {
    free(r.pixels);
    free(r.text);
    return 1;
  }
  out->pixels = r.pixels;
  out->text = r.text;
  out->text_length = r.text_length;
  return 0;
}
