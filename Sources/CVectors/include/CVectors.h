// What Swift cannot ask for itself: which vectors the build may use, and a hint to the cache. No code of its own.

#ifndef KISEKI_CVECTORS_H
#define KISEKI_CVECTORS_H

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

/// Asks for the cache line at an address, which need not be readable, without waiting for it.
static inline void prefetch_line(const void *address) { __builtin_prefetch(address, 0, 3); }

#endif
