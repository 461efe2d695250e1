// What Swift cannot say itself: which vectors the build may use, a test that is one instruction, and a hint to the cache.

#ifndef KISEKI_CVECTORS_H
#define KISEKI_CVECTORS_H

#include <sched.h>

/// Bytes of the widest vector registers that this build's instruction set has; it decides speed and no bit.
enum {
#if defined(__AVX512F__)
  vector_bytes = 64
#elif defined(__AVX__)
  vector_bytes = 32
#else
  vector_bytes = 16
#endif
};

typedef float vector_float16 __attribute__((ext_vector_type(16)));

/// Whether one of the lanes that `rows` has a bit for is not ±0.
static inline _Bool has_magnitude(vector_float16 lanes, unsigned rows) {
#if defined(__AVX512F__)
  typedef int words __attribute__((__vector_size__(64)));
  words magnitudes = (words)lanes & 0x7FFFFFFF;
  return (__builtin_ia32_cmpd512_mask(magnitudes, (words){0}, 4, (unsigned short)-1) & rows) != 0;
#else
  for (int lane = 0; lane < 16; lane++) {
    if ((rows >> lane & 1) && lanes[lane] != 0) return 1;
  }
  return 0;
#endif
}

/// Lists the rows, of `count`, in which one of `columns` elements that are neighbours is not ±0; `list` has room for one more.
static inline long list_rows(const float *first, long pitch, int columns, long count, int *list) {
  long kept = 0;
  for (long row = 0; row < count; row++) {
    const float *elements = first + row * pitch;
    int magnitude = 0;
#if defined(__AVX512F__)
    unsigned mask = (1u << columns) - 1;
    magnitude = has_magnitude(
        __builtin_ia32_loadups512_mask(elements, (vector_float16){0}, (unsigned short)mask), mask);
#else
    for (int column = 0; column < columns; column++) magnitude |= elements[column] != 0;
#endif
    list[kept] = (int)row;
    kept += magnitude;
  }
  return kept;
}

/// Tells the core that a loop waits for another one.
static inline void pause_spinning(void) {
#if defined(__x86_64__)
  __builtin_ia32_pause();
#elif defined(__aarch64__)
  __asm__ volatile("yield");
#endif
}

/// Lets another thread have the core, if one waits for it.
static inline void yield_core(void) { sched_yield(); }

/// Asks for the cache line at an address, which need not be readable, without waiting for it.
static inline void prefetch_line(const void *address) { __builtin_prefetch(address, 0, 3); }

#endif
