import { Global, Module } from '@nestjs/common';
import { DeviceResolver } from './api/device.resolver.js';
import { DeviceService } from './device.service.js';
import { RegisteredDevices } from './registered-devices.js';

/** Devices that people signed in with, and those on which staff may. */
@Global()
@Module({ providers: [DeviceService, RegisteredDevices, DeviceResolver], exports: [RegisteredDevices] })
export class DevicesModule {}
