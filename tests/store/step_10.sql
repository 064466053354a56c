-- A database as temsao made it before its tables had step 11 (pg_dump): four runs of labels, and checks in five months.

CREATE TABLE public.declaration (
    leaf bigint NOT NULL,
    product text NOT NULL,
    lot text NOT NULL,
    certificate text NOT NULL,
    day date NOT NULL,
    quantity bigint NOT NULL
);

CREATE TABLE public.issue (
    id bigint NOT NULL,
    product text NOT NULL COLLATE pg_catalog."C",
    certificate text NOT NULL COLLATE pg_catalog."C",
    lot text NOT NULL COLLATE pg_catalog."C",
    day date NOT NULL,
    labels bigint NOT NULL,
    has_serials boolean NOT NULL,
    first_leaf bigint,
    withdrawn bigint DEFAULT 0 NOT NULL,
    options text DEFAULT ''::text NOT NULL
);

ALTER TABLE public.issue ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.issue_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.log (
    leaf bigint NOT NULL,
    month integer NOT NULL,
    issue bigint,
    serial text COLLATE pg_catalog."C",
    entry text
)
PARTITION BY RANGE (month);

CREATE TABLE public.log_202611 (
    leaf bigint NOT NULL,
    month integer NOT NULL,
    issue bigint,
    serial text COLLATE pg_catalog."C",
    entry text
);

CREATE TABLE public.log_checkpoint (
    size bigint NOT NULL,
    note text NOT NULL
);

CREATE TABLE public.log_cosigned (
    size bigint NOT NULL,
    note text NOT NULL
);

CREATE TABLE public.log_former (
    size bigint NOT NULL,
    verifier text NOT NULL
);

CREATE TABLE public.log_identity (
    id integer NOT NULL,
    verifier text NOT NULL,
    CONSTRAINT log_identity_id_check CHECK ((id = 1))
);

CREATE TABLE public.log_statement (
    digest text NOT NULL,
    kind text NOT NULL,
    number bigint NOT NULL,
    leaf bigint NOT NULL
);

CREATE TABLE public.log_tile (
    level integer NOT NULL,
    number bigint NOT NULL,
    hashes bytea NOT NULL
);
ALTER TABLE ONLY public.log_tile ALTER COLUMN hashes SET STORAGE EXTERNAL;

CREATE TABLE public.lot_event (
    id text NOT NULL,
    kind text NOT NULL,
    at bigint NOT NULL,
    zone bigint NOT NULL,
    is_day bigint NOT NULL,
    recorded bigint NOT NULL,
    place text NOT NULL,
    party text NOT NULL,
    item text NOT NULL,
    process text NOT NULL,
    started text NOT NULL,
    passed text NOT NULL,
    report text NOT NULL,
    paper text NOT NULL,
    run text NOT NULL,
    made text NOT NULL,
    expires text NOT NULL,
    reason text NOT NULL,
    note text NOT NULL,
    salt text NOT NULL,
    original text NOT NULL,
    struck_at bigint NOT NULL,
    struck_why text NOT NULL,
    struck_by text NOT NULL,
    leaf bigint NOT NULL
);

CREATE TABLE public.lot_name (
    code text NOT NULL,
    name text NOT NULL
);

CREATE TABLE public.lot_part (
    event text NOT NULL,
    side text NOT NULL,
    number bigint NOT NULL,
    product text NOT NULL,
    lot text NOT NULL,
    thousandths bigint NOT NULL,
    unit text NOT NULL
);

CREATE TABLE public.lot_secret (
    id bigint NOT NULL,
    secret text NOT NULL
);

CREATE TABLE public.serial (
    serial text NOT NULL COLLATE pg_catalog."C",
    issue bigint NOT NULL,
    state smallint NOT NULL,
    leaf bigint
)
PARTITION BY HASH (serial);

CREATE TABLE public.serial_0 (
    serial text NOT NULL COLLATE pg_catalog."C",
    issue bigint NOT NULL,
    state smallint NOT NULL,
    leaf bigint
)
WITH (fillfactor='50');

CREATE TABLE public.serial_1 (
    serial text NOT NULL COLLATE pg_catalog."C",
    issue bigint NOT NULL,
    state smallint NOT NULL,
    leaf bigint
)
WITH (fillfactor='50');

CREATE TABLE public.serial_2 (
    serial text NOT NULL COLLATE pg_catalog."C",
    issue bigint NOT NULL,
    state smallint NOT NULL,
    leaf bigint
)
WITH (fillfactor='50');

CREATE TABLE public.serial_3 (
    serial text NOT NULL COLLATE pg_catalog."C",
    issue bigint NOT NULL,
    state smallint NOT NULL,
    leaf bigint
)
WITH (fillfactor='50');

CREATE TABLE public.sighting (
    id text NOT NULL COLLATE pg_catalog."C",
    product text NOT NULL,
    lot text NOT NULL,
    serial text NOT NULL,
    day date NOT NULL,
    place text NOT NULL,
    inspector text NOT NULL,
    verdict text NOT NULL,
    code text NOT NULL,
    "time" text DEFAULT ''::text NOT NULL
)
PARTITION BY RANGE (day);

CREATE TABLE public.sighting_rest (
    id text NOT NULL COLLATE pg_catalog."C",
    product text NOT NULL,
    lot text NOT NULL,
    serial text NOT NULL,
    day date NOT NULL,
    place text NOT NULL,
    inspector text NOT NULL,
    verdict text NOT NULL,
    code text NOT NULL,
    "time" text DEFAULT ''::text NOT NULL
);

CREATE TABLE public.submitted (
    log text NOT NULL,
    size bigint NOT NULL,
    day text NOT NULL
);

CREATE TABLE public.taken_entry (
    log text NOT NULL,
    leaf bigint NOT NULL,
    entry text NOT NULL
);

CREATE TABLE public.taken_log (
    log text NOT NULL,
    producer text NOT NULL,
    size bigint NOT NULL,
    root text NOT NULL,
    day text NOT NULL,
    checkpoint text NOT NULL,
    leaf bigint NOT NULL
);

CREATE TABLE public.temsao_schema (
    version integer NOT NULL
);

ALTER TABLE ONLY public.log ATTACH PARTITION public.log_202611 FOR VALUES FROM (202611) TO (202612);

ALTER TABLE ONLY public.serial ATTACH PARTITION public.serial_0 FOR VALUES WITH (modulus 4, remainder 0);

ALTER TABLE ONLY public.serial ATTACH PARTITION public.serial_1 FOR VALUES WITH (modulus 4, remainder 1);

ALTER TABLE ONLY public.serial ATTACH PARTITION public.serial_2 FOR VALUES WITH (modulus 4, remainder 2);

ALTER TABLE ONLY public.serial ATTACH PARTITION public.serial_3 FOR VALUES WITH (modulus 4, remainder 3);

ALTER TABLE ONLY public.sighting ATTACH PARTITION public.sighting_rest DEFAULT;

INSERT INTO public.issue OVERRIDING SYSTEM VALUE VALUES (1, '09520000010003', '100/QĐ-UBND', 'L1', '2026-05-02', 6, true, 0, 0, '--made 2026-05-02');
INSERT INTO public.issue OVERRIDING SYSTEM VALUE VALUES (2, '09520000010003', '100/QĐ-UBND', 'L2', '2026-05-02', 4, false, 6, 0, '--made 2026-05-02');
INSERT INTO public.issue OVERRIDING SYSTEM VALUE VALUES (3, '09520000010003', '100/QĐ-UBND', 'L1', '2026-05-02', 1, true, 7, 0, '--made 2026-05-02');
INSERT INTO public.issue OVERRIDING SYSTEM VALUE VALUES (4, '09520000010003', '100/QĐ-UBND', 'L1', '2026-05-02', 1, true, 8, 0, '--made 2026-05-02');

INSERT INTO public.log_202611 VALUES (0, 202611, 1, 'Z1666KGB', NULL);
INSERT INTO public.log_202611 VALUES (1, 202611, 1, '7WAAMNAR', NULL);
INSERT INTO public.log_202611 VALUES (2, 202611, 1, '0GD4ZT67', NULL);
INSERT INTO public.log_202611 VALUES (3, 202611, 1, 'ZVRW9412', NULL);
INSERT INTO public.log_202611 VALUES (4, 202611, 1, '574M5SXB', NULL);
INSERT INTO public.log_202611 VALUES (5, 202611, 1, 'N9CGMGZ6', NULL);
INSERT INTO public.log_202611 VALUES (6, 202611, 2, NULL, NULL);
INSERT INTO public.log_202611 VALUES (7, 202611, 3, 'E1NQ6PNC', NULL);
INSERT INTO public.log_202611 VALUES (8, 202611, 4, 'SMWDWRQH', NULL);

INSERT INTO public.log_checkpoint VALUES (6, 'ocop-log/049805124
6
E1UFcvcqYkKH9ULfRuupOJqkYwXYnt5PagK75zC5B8k=

— ocop-log/049805124 7a93OwbOv17bDf0nltiMZMswwHD3hLMM0tFvUyJRA7pU1S249vvz/NHPBdhNKVQc4Nh3EsBPI4TFSVVSparpw+EE+QY=
');
INSERT INTO public.log_checkpoint VALUES (7, 'ocop-log/049805124
7
j1UAT/hIGhHsPKXb0s5mT+oRBclgzBq7SUS3eeyY8j4=

— ocop-log/049805124 7a93O0DHYa1NH2HrKxCVqwPHlHP0YUDc3W5/PGWQlCwJTIIGpt9/IO4TzzizEHe4gAr5gpluRJMJvmXoBSm1eNsQOg0=
');
INSERT INTO public.log_checkpoint VALUES (8, 'ocop-log/049805124
8
1ScawKtw9/kVrcn4hIGzojCCjwTj9BOTGzktM2LbxJg=

— ocop-log/049805124 7a93OwetV4f7IUI7HNhsd7Hq3O4J31yyidY1QlkDHFXGNAgfl+QAytKz6uX4bOxvh/i8zWToDYiCYdGcnffz4gL7RAc=
');
INSERT INTO public.log_checkpoint VALUES (9, 'ocop-log/049805124
9
BaLLWScbj5pxkAcsXmbveq+UfrLIPbXSSQ+ODfA+OCc=

— ocop-log/049805124 7a93O4gMhhyQWucnvaO06CjEvwbUIirXZbDxa1LGvRLBnJzEcvtlTVFI7D24h1VChrCjxA69+eI2IIOTrxdOv94dtww=
');

INSERT INTO public.log_identity VALUES (1, 'ocop-log/049805124+edaf773b+AV/AMln6lRqJxmD7zHaU1KGldrmLB2xzWu5sYTQburmm');

INSERT INTO public.log_tile VALUES (0, 0, '\x7ae7712e3b1c0926af33e901e930cdff6bb8b2490f76521ae78a8e2c8b2ff914b3a15bb1f8c24dc3168c9e0afa406b27064b21bebf3a4ef3c39e241f73b1a231eb05a8e7dfe2b234a7867e1cc5c63cfc6fde83384ead5dd20db87b85df87c71f68fff7590aee6047e452e69f0b83493e85e11aec5bbd88a737eb9ef6f02e20ffe5bf011c14a62d7407f3d34cb6f7c5c2427d7a175ec424ab12b8b7bee58188989ada20d0658a3f199d735d720ae3b79af6b2f1c74b9bff6be4ad6ca9b87ea4e6266292d9283361d9fb26216eda2a01c87966b804551e1db5addbd30aa6ab45075945be2e5f0fb0c30e4c0238926e6de4ba8276a82f123a127a196d9f892742cd7deaecb005eeed94b81ac932d298a970b6b5c3f2194af1821b21b00ccec0c46b');

INSERT INTO public.serial_0 VALUES ('Z1666KGB', 1, 1, 0);
INSERT INTO public.serial_0 VALUES ('ZVRW9412', 1, 1, 3);
INSERT INTO public.serial_0 VALUES ('574M5SXB', 1, 1, 4);
INSERT INTO public.serial_0 VALUES ('N9CGMGZ6', 1, 1, 5);

INSERT INTO public.serial_1 VALUES ('E1NQ6PNC', 3, 1, 7);
INSERT INTO public.serial_1 VALUES ('SMWDWRQH', 4, 1, 8);

INSERT INTO public.serial_2 VALUES ('7WAAMNAR', 1, 1, 1);
INSERT INTO public.serial_2 VALUES ('0GD4ZT67', 1, 1, 2);

INSERT INTO public.sighting_rest VALUES ('9a708e50470a57ded250d2c99050738c', '09520000010003', 'L1', 'E1NQ6PNC', '2026-06-10', 'Chợ 0', 'An', 'check', 'https://id.ocop.vn/01/09520000010003/10/L1/21/E1NQ6PNC?17=280502', '');
INSERT INTO public.sighting_rest VALUES ('6dba96fda16246431bb6a505f51bdbef', '09520000010003', 'L1', 'E1NQ6PNC', '2026-07-01', 'Chợ 1', 'An', 'check', 'https://id.ocop.vn/01/09520000010003/10/L1/21/E1NQ6PNC?17=280502', '');
INSERT INTO public.sighting_rest VALUES ('c35982d6653b47b8d35528f5f9be9374', '09520000010003', 'L1', 'SMWDWRQH', '2026-07-31', 'Chợ 2', 'An', 'check', 'https://id.ocop.vn/01/09520000010003/10/L1/21/SMWDWRQH?17=280502', '');
INSERT INTO public.sighting_rest VALUES ('62ddf100b226f89c5738757798123620', '09520000010003', 'L1', 'E1NQ6PNC', '2026-09-30', 'Chợ 3', 'An', 'check', 'https://id.ocop.vn/01/09520000010003/10/L1/21/E1NQ6PNC?17=280502', '');
INSERT INTO public.sighting_rest VALUES ('75efbf89992dd5fb03f3e087852e966d', '09520000010003', 'L1', 'SMWDWRQH', '2019-01-02', 'Chợ 4', 'An', 'check', 'https://id.ocop.vn/01/09520000010003/10/L1/21/SMWDWRQH?17=280502', '');

INSERT INTO public.temsao_schema VALUES (1);
INSERT INTO public.temsao_schema VALUES (2);
INSERT INTO public.temsao_schema VALUES (3);
INSERT INTO public.temsao_schema VALUES (4);
INSERT INTO public.temsao_schema VALUES (5);
INSERT INTO public.temsao_schema VALUES (6);
INSERT INTO public.temsao_schema VALUES (7);
INSERT INTO public.temsao_schema VALUES (8);
INSERT INTO public.temsao_schema VALUES (9);
INSERT INTO public.temsao_schema VALUES (10);

SELECT pg_catalog.setval('public.issue_id_seq', 4, true);

ALTER TABLE ONLY public.declaration
    ADD CONSTRAINT declaration_pkey PRIMARY KEY (leaf);

ALTER TABLE ONLY public.issue
    ADD CONSTRAINT issue_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.log
    ADD CONSTRAINT log_pkey PRIMARY KEY (leaf, month);

ALTER TABLE ONLY public.log_202611
    ADD CONSTRAINT log_202611_pkey PRIMARY KEY (leaf, month);

ALTER TABLE ONLY public.log_checkpoint
    ADD CONSTRAINT log_checkpoint_pkey PRIMARY KEY (size);

ALTER TABLE ONLY public.log_cosigned
    ADD CONSTRAINT log_cosigned_pkey PRIMARY KEY (size);

ALTER TABLE ONLY public.log_former
    ADD CONSTRAINT log_former_pkey PRIMARY KEY (size);

ALTER TABLE ONLY public.log_identity
    ADD CONSTRAINT log_identity_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.log_statement
    ADD CONSTRAINT log_statement_pkey PRIMARY KEY (digest);

ALTER TABLE ONLY public.log_tile
    ADD CONSTRAINT log_tile_pkey PRIMARY KEY (level, number);

ALTER TABLE ONLY public.lot_event
    ADD CONSTRAINT lot_event_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.lot_name
    ADD CONSTRAINT lot_name_pkey PRIMARY KEY (code);

ALTER TABLE ONLY public.lot_part
    ADD CONSTRAINT lot_part_pkey PRIMARY KEY (event, side, number);

ALTER TABLE ONLY public.lot_secret
    ADD CONSTRAINT lot_secret_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.serial
    ADD CONSTRAINT serial_pkey PRIMARY KEY (serial);

ALTER TABLE ONLY public.serial_0
    ADD CONSTRAINT serial_0_pkey PRIMARY KEY (serial);

ALTER TABLE ONLY public.serial_1
    ADD CONSTRAINT serial_1_pkey PRIMARY KEY (serial);

ALTER TABLE ONLY public.serial_2
    ADD CONSTRAINT serial_2_pkey PRIMARY KEY (serial);

ALTER TABLE ONLY public.serial_3
    ADD CONSTRAINT serial_3_pkey PRIMARY KEY (serial);

ALTER TABLE ONLY public.sighting
    ADD CONSTRAINT sighting_pkey PRIMARY KEY (id, day);

ALTER TABLE ONLY public.sighting_rest
    ADD CONSTRAINT sighting_rest_pkey PRIMARY KEY (id, day);

ALTER TABLE ONLY public.submitted
    ADD CONSTRAINT submitted_pkey PRIMARY KEY (log);

ALTER TABLE ONLY public.taken_entry
    ADD CONSTRAINT taken_entry_pkey PRIMARY KEY (log, leaf);

ALTER TABLE ONLY public.taken_log
    ADD CONSTRAINT taken_log_pkey PRIMARY KEY (log);

CREATE INDEX lot_event_by_leaf ON public.lot_event USING btree (leaf);

CREATE INDEX lot_part_by_lot ON public.lot_part USING btree (product, lot, side);

CREATE INDEX lot_part_by_name ON public.lot_part USING btree (lot, side);

CREATE INDEX serial_ended ON ONLY public.serial USING btree (issue) WHERE (state >= 2);

CREATE INDEX serial_0_issue_idx ON public.serial_0 USING btree (issue) WHERE (state >= 2);

CREATE INDEX serial_sent ON ONLY public.serial USING btree (issue) WHERE (state >= 4);

CREATE INDEX serial_0_issue_idx1 ON public.serial_0 USING btree (issue) WHERE (state >= 4);

CREATE INDEX serial_1_issue_idx ON public.serial_1 USING btree (issue) WHERE (state >= 2);

CREATE INDEX serial_1_issue_idx1 ON public.serial_1 USING btree (issue) WHERE (state >= 4);

CREATE INDEX serial_2_issue_idx ON public.serial_2 USING btree (issue) WHERE (state >= 2);

CREATE INDEX serial_2_issue_idx1 ON public.serial_2 USING btree (issue) WHERE (state >= 4);

CREATE INDEX serial_3_issue_idx ON public.serial_3 USING btree (issue) WHERE (state >= 2);

CREATE INDEX serial_3_issue_idx1 ON public.serial_3 USING btree (issue) WHERE (state >= 4);

CREATE INDEX sighting_by_day ON ONLY public.sighting USING btree (day, id);

CREATE INDEX sighting_by_serial ON ONLY public.sighting USING btree (product, serial) WHERE (serial <> ''::text);

CREATE INDEX sighting_rest_day_id_idx ON public.sighting_rest USING btree (day, id);

CREATE INDEX sighting_rest_product_serial_idx ON public.sighting_rest USING btree (product, serial) WHERE (serial <> ''::text);

ALTER INDEX public.log_pkey ATTACH PARTITION public.log_202611_pkey;

ALTER INDEX public.serial_ended ATTACH PARTITION public.serial_0_issue_idx;

ALTER INDEX public.serial_sent ATTACH PARTITION public.serial_0_issue_idx1;

ALTER INDEX public.serial_pkey ATTACH PARTITION public.serial_0_pkey;

ALTER INDEX public.serial_ended ATTACH PARTITION public.serial_1_issue_idx;

ALTER INDEX public.serial_sent ATTACH PARTITION public.serial_1_issue_idx1;

ALTER INDEX public.serial_pkey ATTACH PARTITION public.serial_1_pkey;

ALTER INDEX public.serial_ended ATTACH PARTITION public.serial_2_issue_idx;

ALTER INDEX public.serial_sent ATTACH PARTITION public.serial_2_issue_idx1;

ALTER INDEX public.serial_pkey ATTACH PARTITION public.serial_2_pkey;

ALTER INDEX public.serial_ended ATTACH PARTITION public.serial_3_issue_idx;

ALTER INDEX public.serial_sent ATTACH PARTITION public.serial_3_issue_idx1;

ALTER INDEX public.serial_pkey ATTACH PARTITION public.serial_3_pkey;

ALTER INDEX public.sighting_by_day ATTACH PARTITION public.sighting_rest_day_id_idx;

ALTER INDEX public.sighting_pkey ATTACH PARTITION public.sighting_rest_pkey;

ALTER INDEX public.sighting_by_serial ATTACH PARTITION public.sighting_rest_product_serial_idx;

