// Products of matrices of floats for the trainer: c (+)= a · b. See nativeMultiply in network-memory.ts.
#include <node_api.h>

#include <cstddef>
#include <cstdint>

namespace {

// Vectors of 16 floats, which the compiler maps to what the processor has.
typedef float Vector __attribute__((vector_size(64), aligned(4)));
constexpr int kWidth = 16;

template <int kRows>
void Tile(int k, const float* a, int lda, const float* b, int ldb, float* c, int ldc, bool add) {
  Vector left[kRows] = {}, right[kRows] = {};
  for (int p = 0; p < k; p++) {
    const Vector b0 = *reinterpret_cast<const Vector*>(b + (size_t)p * ldb);
    const Vector b1 = *reinterpret_cast<const Vector*>(b + (size_t)p * ldb + kWidth);
    for (int r = 0; r < kRows; r++) {
      const float x = a[(size_t)r * lda + p];
      left[r] += x * b0;
      right[r] += x * b1;
    }
  }
  for (int r = 0; r < kRows; r++) {
    Vector* to = reinterpret_cast<Vector*>(c + (size_t)r * ldc);
    Vector* next = reinterpret_cast<Vector*>(c + (size_t)r * ldc + kWidth);
    *to = add ? *to + left[r] : left[r];
    *next = add ? *next + right[r] : right[r];
  }
}

void Edge(int rows, int columns, int k, const float* a, int lda, const float* b, int ldb, float* c, int ldc, bool add) {
  for (int r = 0; r < rows; r++) {
    float* to = c + (size_t)r * ldc;
    if (!add)
      for (int j = 0; j < columns; j++) to[j] = 0;
    for (int p = 0; p < k; p++) {
      const float x = a[(size_t)r * lda + p];
      const float* from = b + (size_t)p * ldb;
      for (int j = 0; j < columns; j++) to[j] += x * from[j];
    }
  }
}

napi_value Multiply(napi_env env, napi_callback_info info) {
  size_t count = 10;
  napi_value given[10];
  void* data;
  napi_get_cb_info(env, info, &count, given, nullptr, &data);
  int64_t x[9];
  for (int i = 0; i < 9; i++) napi_get_value_int64(env, given[i], &x[i]);
  bool add;
  napi_get_value_bool(env, given[9], &add);
  char* base = static_cast<char*>(data);
  const int m = x[0], n = x[1], k = x[2], lda = x[4], ldb = x[6], ldc = x[8];
  const float* a = reinterpret_cast<float*>(base + x[3]);
  const float* b = reinterpret_cast<float*>(base + x[5]);
  float* c = reinterpret_cast<float*>(base + x[7]);
  for (int j = 0; j < n; j += 2 * kWidth) {
    int i = 0;
    if (n - j >= 2 * kWidth) {
      for (; i + 8 <= m; i += 8) Tile<8>(k, a + (size_t)i * lda, lda, b + j, ldb, c + (size_t)i * ldc + j, ldc, add);
      for (; i + 4 <= m; i += 4) Tile<4>(k, a + (size_t)i * lda, lda, b + j, ldb, c + (size_t)i * ldc + j, ldc, add);
    }
    const int columns = n - j < 2 * kWidth ? n - j : 2 * kWidth;
    if (i < m) Edge(m - i, columns, k, a + (size_t)i * lda, lda, b + j, ldb, c + (size_t)i * ldc + j, ldc, add);
  }
  return nullptr;
}

// use(memory): the function, for that memory, which never moves.
napi_value Use(napi_env env, napi_callback_info info) {
  size_t count = 1;
  napi_value memory;
  napi_get_cb_info(env, info, &count, &memory, nullptr, nullptr);
  void* data;
  size_t length;
  napi_get_arraybuffer_info(env, memory, &data, &length);
  napi_value made;
  napi_create_function(env, "multiply", NAPI_AUTO_LENGTH, Multiply, data, &made);
  return made;
}

}  // namespace

NAPI_MODULE_INIT() {
  napi_value use;
  napi_create_function(env, "use", NAPI_AUTO_LENGTH, Use, nullptr, &use);
  napi_set_named_property(env, exports, "use", use);
  return exports;
}
