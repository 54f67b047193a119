'use client';
import dynamic from 'next/dynamic';
import { SettingsPageSkeleton } from '@/shell/settings-page-skeleton';

/** Comes after the shell. */
export const TagsScreenLater = dynamic(() => import('./tags-screen').then((module) => module.TagsScreen), { ssr: false, loading: SettingsPageSkeleton });
