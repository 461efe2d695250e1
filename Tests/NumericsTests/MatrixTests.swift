import Numerics
import Testing

struct MatrixTests {
  @Test func elementsLieRowAfterRow() {
    var matrix = Matrix(rows: 2, columns: 3, elements: [1, 2, 3, 4, 5, 6])
    #expect(matrix[0, 2] == 3 && matrix[1, 0] == 4)
    matrix[1, 1] = 9
    #expect(matrix.elements == [1, 2, 3, 4, 9, 6])
  }

  @Test func aNewMatrixIsZero() {
    #expect(Matrix(rows: 2, columns: 2).elements == [0, 0, 0, 0])
    #expect(Matrix(rows: 0, columns: 5).elements.isEmpty)
  }
}
