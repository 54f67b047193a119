'use client';
import dynamic from 'next/dynamic';
import { SettingsPageSkeleton } from '@/shell/settings-page-skeleton';

/** Forms are heavy, and this page is all forms: they come after the shell. */
export const PreferencesScreenLater = dynamic(() => import('./preferences-screen').then((module) => module.PreferencesScreen), { ssr: false, loading: SettingsPageSkeleton });
