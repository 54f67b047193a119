'use client';
import dynamic from 'next/dynamic';

/** At the head of a record's page, first among its actions; comes after the first paint. See `record-tools.tsx`. */
export const RecordTools = dynamic(() => import('./record-tools').then((module) => module.RecordTools), { ssr: false });
