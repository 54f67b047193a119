'use client';
import dynamic from 'next/dynamic';
import { Fact } from '@/kit/record/facts';
import type { TagEditorProps } from './tag-editor';

// Comes after the first paint.
const TagEditor = dynamic(() => import('./tag-editor').then((module) => module.TagEditor), { ssr: false });

/** The tags of a record among its facts. */
export function TagsFact(props: TagEditorProps) {
  return <Fact label="Tags"><TagEditor {...props} /></Fact>;
}
