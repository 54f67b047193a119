import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Stages have a colour on the board (ORG-06). */
export class StageColour1761500120000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`ALTER TABLE pipeline_stage ADD COLUMN colour text, ADD CONSTRAINT ck_pipeline_stage_colour CHECK (colour ~ '^#[0-9a-f]{6}$')`);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('ALTER TABLE pipeline_stage DROP COLUMN colour');
  }
}
