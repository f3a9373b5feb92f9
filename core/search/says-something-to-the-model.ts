/** Whether a vector points anywhere: a text without a word that the model knows is all zeros, and near to nothing. */
export const saysSomethingToTheModel = (vector: Float32Array): boolean => vector.some((value) => value !== 0);
