/** The board, apart from the rest of the kit so that only screens with a board load drag and drop. */
export * from './board';
export * from './types';
