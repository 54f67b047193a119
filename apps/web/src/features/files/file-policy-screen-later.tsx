'use client';
import dynamic from 'next/dynamic';
import { SettingsPageSkeleton } from '@/shell/settings-page-skeleton';

/** Forms are heavy, and this page is all forms: they come after the shell. */
export const FilePolicyScreenLater = dynamic(() => import('./file-policy-screen').then((module) => module.FilePolicyScreen), { ssr: false, loading: SettingsPageSkeleton });
