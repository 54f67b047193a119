'use client';
import dynamic from 'next/dynamic';
import type { ReactElement } from 'react';
import { BoardSkeleton } from './board-skeleton';
import type { BoardProps } from './types';

/** The board with its drag and drop, fetched by the screens that show one. See `board.tsx`. */
export const Board = dynamic(() => import('./board').then((module) => module.Board), { ssr: false, loading: BoardSkeleton }) as <Card>(props: BoardProps<Card>) => ReactElement;

export * from './types';
