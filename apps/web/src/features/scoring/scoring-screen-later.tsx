'use client';
import dynamic from 'next/dynamic';
import { SettingsPageSkeleton } from '@/shell/settings-page-skeleton';

/** Forms are heavy, and this page is all forms: they come after the shell. */
export const ScoringScreenLater = dynamic(() => import('./scoring-screen').then((module) => module.ScoringScreen), { ssr: false, loading: SettingsPageSkeleton });
