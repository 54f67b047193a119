'use client';
import dynamic from 'next/dynamic';
import { SettingsPageSkeleton } from '@/shell/settings-page-skeleton';

/** Forms are heavy, and this page is all forms: they come after the shell. */
export const AdaptersScreenLater = dynamic(() => import('./adapters-screen').then((module) => module.AdaptersScreen), { ssr: false, loading: SettingsPageSkeleton });
