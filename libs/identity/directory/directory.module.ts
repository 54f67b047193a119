import { Module } from '@nestjs/common';
import { PickListsModule } from '@throughline/identity/pick-lists';
import { DirectoryResolver } from './api/directory.resolver.js';
import { TimeOffResolver } from './api/time-off.resolver.js';
import { AvailabilityService } from './availability.service.js';
import { RestoreStaffProfile } from './staff-profile-restore.js';
import { StaffProfileService } from './staff-profile.service.js';
import { TimeOffService } from './time-off.service.js';

/** Who works here, what they can do and when. */
@Module({
  imports: [PickListsModule],
  providers: [AvailabilityService, StaffProfileService, RestoreStaffProfile, TimeOffService, DirectoryResolver, TimeOffResolver],
  exports: [AvailabilityService],
})
export class DirectoryModule {}
