'use client';
import dynamic from 'next/dynamic';
import { SettingsPageSkeleton } from '@/shell/settings-page-skeleton';

/** Forms are heavy, and this page is all forms: they come after the shell. */
export const PipelinesScreenLater = dynamic(() => import('./pipelines-screen').then((module) => module.PipelinesScreen), { ssr: false, loading: SettingsPageSkeleton });
