// Made by `npm run types` from temsao --openapi (src/serve/shape_table.h); do not change it by hand.

export type paths = Record<string, never>;
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        Problem: {
            type: string;
            title: string;
            status: number;
            detail: string;
            code: string;
        };
        Health: {
            /** @enum {string} */
            status: "ok" | "degraded";
            version: string;
        };
        OpenApi: Record<string, never>;
        /** @enum {string} */
        VerdictWord: "valid" | "inconclusive" | "check" | "invalid";
        /** @enum {string} */
        Severity: "info" | "check" | "invalid";
        Finding: {
            axis: string;
            code: string;
            severity: components["schemas"]["Severity"];
            message: string;
            rule: string;
            span?: components["schemas"]["Span"];
            box?: [number, number, number, number];
        };
        Span: {
            start: number;
            length: number;
        };
        /** @enum {string} */
        Role: "producer" | "inspector" | "office" | "admin";
        SignIn: {
            name: string;
            password: string;
        };
        NewPassword: {
            password: string;
            new_password: string;
        };
        Session: {
            user: string | null;
            role?: components["schemas"]["Role"];
            producer?: string | null;
            csrf?: string;
        };
        Deeds: {
            deeds: components["schemas"]["Deed"][];
            next: string | null;
        };
        Deed: {
            id: string;
            at: number;
            account: string | null;
            action: string;
            subject: string;
        };
        Products: {
            source: string;
            /** Format: date */
            as_of: string;
            products: components["schemas"]["Product"][];
            next?: string | null;
        };
        Product: {
            key: string;
            gtin: string | null;
            name: string;
            producer: string;
            address?: string;
            /** @enum {string} */
            group: "food" | "beverage" | "medicinal" | "handicraft" | "ornamental" | "tourism" | "unknown";
            stars: number;
            certificate: string;
            issuer: string;
            /** Format: date */
            issued: string;
            /** Format: date */
            valid_to: string;
            status: string;
        };
        ProductFacts: {
            product: components["schemas"]["Product"];
            certificates: components["schemas"]["Certificate"][];
            may_print: boolean;
            why: string | null;
            last_print_day: string | null;
            facts?: {
                [key: string]: string;
            };
        };
        Certificate: {
            stars: number;
            certificate: string;
            issuer: string;
            /** Format: date */
            issued: string;
            /** Format: date */
            valid_to: string;
            status: string;
            ended_by: string | null;
        };
        Templates: components["schemas"]["Template"][];
        Template: {
            name: string;
            title: string;
            width_mm: number;
            height_mm: number;
            size: [number, number];
        };
        Stocks: components["schemas"]["Stock"][];
        Stock: {
            name: string;
            title: string;
            id: string;
            words: string;
            /** @enum {string} */
            kind: "sheet" | "roll";
            labels: number;
            columns: number;
            rows: number;
            sheet_mm: [number, number];
            first_mm: [number, number];
            pitch_mm: [number, number];
            sticker_mm: [number, number];
            gap_mm: number;
            measured: boolean;
            source: string;
            /** Format: date */
            date: string;
            free: string[];
        };
        LabelPreview: {
            svg: string;
            size: [number, number];
            uri: string;
            module_mm: number;
            findings: components["schemas"]["Finding"][];
        };
        RunId: {
            id: string;
        };
        Runs: {
            runs: components["schemas"]["Run"][];
            next: string | null;
        };
        Run: {
            id: string;
            at: number;
            account: string;
            producer: string | null;
            request: {
                [key: string]: string;
            };
            /** @enum {string} */
            state: "waiting" | "running" | "done" | "failed" | "cancelled";
            done: number;
            total: number;
            findings: components["schemas"]["Finding"][];
            pages: number | null;
            error: components["schemas"]["RunError"] | null;
            files: number;
            labels?: components["schemas"]["PrintedLabel"][] | null;
        };
        PrintedLabel: {
            key: string;
            uri: string;
            serial: string | null;
            version: number;
            module_mm: number;
            count: number;
            /** Format: date */
            printable_until: string;
        };
        RunError: {
            cause: string;
            id: string;
            message: string;
        };
        /** @enum {string} */
        SerialState: "reserved" | "printed" | "voided" | "reissued" | "sent" | "unknown";
        Serial: {
            serial: string;
            check: string | null;
            product: string;
            name: string | null;
            producer: string | null;
            lot: string;
            state: components["schemas"]["SerialState"];
            certificate: string;
            /** Format: date */
            at: string;
        };
        SerialChange: {
            serial: string;
            state: components["schemas"]["SerialState"];
            by?: string;
            check?: string;
            product?: string;
            lot?: string;
        };
        Printers: components["schemas"]["Printer"][];
        Printer: {
            name: string;
            dpi: number;
            right_mm: number;
            down_mm: number;
            across_scale: number;
            down_scale: number;
            turn_degrees: number;
        };
        Calibration: {
            printer: string;
            dpi: number;
            right_mm: number;
            down_mm: number;
            across_scale: number;
            down_scale: number;
            turn_degrees: number;
        };
        TestSheet: {
            paper_mm: [number, number];
            nominal_mm: number[];
        };
        Texts: {
            texts: string[];
            /** Format: date */
            date?: string;
        };
        Checks: {
            tool: string;
            /** Format: date */
            date: string;
            list: components["schemas"]["CheckedList"] | null;
            files: components["schemas"]["CheckedFile"][];
            verdict: components["schemas"]["VerdictWord"];
        };
        CheckedList: {
            source: string;
            /** Format: date */
            as_of: string;
            age_days: number;
            signed: boolean;
        };
        CheckedFile: {
            file: string;
            labels: components["schemas"]["CheckedLabel"][];
            verdict: components["schemas"]["VerdictWord"];
            ms: number;
            passes: string[];
            page?: number;
            truncated?: boolean;
            orientation?: number;
            error?: string;
        };
        CheckedLabel: {
            verdict: components["schemas"]["VerdictWord"];
            text: string;
            kind: string;
            corners: components["schemas"]["Corners"];
            version: number;
            ec_level: string;
            mask: number | null;
            uec: number | null;
            step: string;
            findings: components["schemas"]["Finding"][];
            badge: components["schemas"]["Badge"] | null;
            printed?: string;
            ean13?: components["schemas"]["Barcode"];
            trace?: components["schemas"]["TraceCode"];
            product?: components["schemas"]["CheckedProduct"];
        };
        Corners: [[number, number][], [number, number][], [number, number][], [number, number][]];
        Badge: {
            stars: number | null;
            confidence: number;
        };
        Barcode: {
            text: string;
            corners: components["schemas"]["Corners"];
        };
        TraceCode: {
            gtin: string | null;
            code: string | null;
            lot: string | null;
            serial: string | null;
            made: string | null;
            expires: string | null;
            host: string;
            signature: string;
            /** @enum {string} */
            lot_state?: "known" | "not_reported" | "beyond" | "no_records" | "recalled";
        };
        CheckedProduct: {
            key: string;
            name: string;
            producer: string;
            stars: number;
            certificate: string;
            /** Format: date */
            valid_to: string;
        };
        FieldChecks: {
            checks: components["schemas"]["FieldCheck"][];
        };
        FieldCheck: {
            text: string;
            at: string;
            verdict: components["schemas"]["VerdictWord"];
            place?: string;
        };
        Recorded: {
            added: number;
            checks: number;
        };
        ChecksMade: {
            checks: components["schemas"]["CheckMade"][];
            by_place: components["schemas"]["PlaceChecks"][];
            next: string | null;
        };
        CheckMade: {
            /** Format: date */
            at: string;
            place: string;
            verdict: components["schemas"]["VerdictWord"];
            product: string;
            lot: string;
            serial: string;
            inspector: string;
            text: string;
        };
        PlaceChecks: {
            place: string;
            valid: number;
            inconclusive: number;
            check: number;
            invalid: number;
        };
        Proposals: components["schemas"]["Proposal"][];
        Proposal: {
            id: string;
            at: number;
            by: string;
            source: string;
            /** Format: date */
            as_of: string;
            /** @enum {string} */
            state: "waiting" | "approved" | "withdrawn";
            decided_by: string | null;
            map: string[];
            trouble: string | null;
            report: components["schemas"]["ImportReport"] | null;
            difference: components["schemas"]["ListDifference"] | null;
        };
        ColumnsSaid: {
            map: string[];
        };
        ColumnsSeen: {
            columns: components["schemas"]["SeenColumn"][];
            meanings: components["schemas"]["Meaning"][];
            sheet: string | null;
            trouble: string | null;
        };
        SeenColumn: {
            column: string;
            heading: string;
            meaning: string | null;
            said: boolean;
            examples: string[];
        };
        Meaning: {
            meaning: string;
            words: string;
        };
        ImportReport: {
            source: string;
            /** Format: date */
            as_of: string;
            version: number | null;
            products: number;
            rows_read: number;
            rows_accepted: number;
            rows: components["schemas"]["RowsByKind"];
            other_rows: components["schemas"]["OtherRow"][];
            columns: {
                [key: string]: components["schemas"]["ColumnMeaning"];
            };
            headings: components["schemas"]["ListColumn"][];
            hidden_columns: string[];
            read_by: string | null;
            sheet: string | null;
            other_sheets: components["schemas"]["OtherSheet"][];
            mended: components["schemas"]["Mending"][];
            refused: components["schemas"]["RefusedRow"][];
            remarks: components["schemas"]["RowRemark"][];
            legacy: string | null;
            refused_file?: string | null;
            kept_revocations: number;
            doubtful_revocations: components["schemas"]["DoubtfulRevocation"][];
            after_today: boolean;
            needs_yes: components["schemas"]["StepBack"][];
        };
        DoubtfulRevocation: {
            key: string;
            name: string;
            certificate: string;
            ended_by: string;
            /** Format: date */
            issued: string;
        };
        /** @enum {string} */
        StepBack: "older" | "gone" | "lifted";
        ColumnMeaning: string | null;
        RowsByKind: {
            product: number;
            refused: number;
            heading: number;
            group: number;
            total: number;
            signature: number;
            empty: number;
        };
        RowRemark: {
            row: number;
            axis: string;
            code: string;
            severity: components["schemas"]["Severity"];
            message: string;
            rule: string;
            span?: components["schemas"]["Span"];
        };
        OtherRow: {
            row: number;
            /** @enum {string} */
            kind: "heading" | "group" | "total" | "signature";
            words: string;
        };
        ListColumn: {
            column: string;
            heading: string;
            meaning: string | null;
            said: boolean;
        };
        OtherSheet: {
            name: string;
            hidden: boolean;
            list: boolean;
        };
        Mending: {
            encoding: string;
            columns: string[];
            cells: number;
            before: string;
            after: string;
        };
        RefusedRow: {
            row: number;
            column: string;
            value: string;
            reason: string;
            remedy: string;
        };
        ListDifference: {
            changes: components["schemas"]["ListChange"][];
        };
        ListChange: {
            /** @enum {string} */
            change: "added" | "changed" | "removed";
            /** @enum {string} */
            weight:
                | "revocation_lifted"
                | "product_gone"
                | "stars_raised"
                | "ended"
                | "certificate"
                | "named"
                | "facts"
                | "product_new";
            key: string;
            name: string;
            fields: components["schemas"]["FieldChange"][];
        };
        FieldChange: {
            field: string;
            decision: string | null;
            before: string;
            after: string;
            words: string;
        };
        Revoked: {
            version: number;
            product: components["schemas"]["Product"];
        };
        Published: {
            sequence: number;
            /** Format: date */
            as_of: string;
            products: number;
            keys: number;
            revocations: number;
            bytes: number;
            root: string;
            records?: components["schemas"]["PublishedRecords"];
            witnesses?: components["schemas"]["PublishedWitnesses"];
        };
        PublishedWitnesses: {
            needed: number;
            known: number;
        };
        PublishedRecords: {
            lots: number;
            producers: number;
            serials: number;
            serials_left_out: number;
        };
        Lots: {
            lots: components["schemas"]["LotLine"][];
            next: string | null;
        };
        LotLine: {
            product: string;
            lot: string;
            name: string;
            first: string;
            last: string;
            events: number;
            recalled: boolean;
            producer: string | null;
            left: string | null;
        };
        Lot: {
            product: string;
            lot: string;
            name: string;
        };
        LotFacts: {
            lot: components["schemas"]["Lot"];
            events: components["schemas"]["LotEvent"][];
        };
        LotEvent: {
            id: string;
            kind: string;
            at: string;
            recorded: string;
            is_day: boolean;
            inputs: components["schemas"]["LotPart"][];
            outputs: components["schemas"]["LotPart"][];
            place?: components["schemas"]["LotName"];
            party?: components["schemas"]["LotName"];
            item?: string;
            process?: string;
            report?: string;
            paper?: string;
            run?: string;
            reason?: string;
            note?: string;
            passed?: boolean;
            /** Format: date */
            started?: string;
            /** Format: date */
            made?: string;
            /** Format: date */
            expires?: string;
            struck?: components["schemas"]["LotStruck"];
        };
        LotPart: {
            product: string;
            lot: string;
            name: string;
            amount: string | null;
        };
        LotName: {
            code: string;
            name: string;
        };
        LotStruck: {
            at: string;
            reason: string;
            by: string | null;
        };
        LotAdded: {
            added: boolean;
            lot: components["schemas"]["Lot"];
            event: components["schemas"]["LotEvent"];
            doubts: string[];
        };
        LotStruckNow: {
            event: string;
            reason: string;
            by: string | null;
        };
        LotTrace: {
            lot: components["schemas"]["Lot"];
            made_of: components["schemas"]["Lot"][];
            became: components["schemas"]["LotShipped"][];
        };
        LotShipped: {
            product: string;
            lot: string;
            name: string;
            shipped: components["schemas"]["LotDelivery"][];
        };
        LotDelivery: {
            to: string;
            code: string;
            at: string;
            paper: string;
            amount: string | null;
        };
        LotLift: {
            lifted: boolean;
            lots: components["schemas"]["Lot"][];
            stay: components["schemas"]["Lot"][];
        };
        LotRecall: {
            recalled: boolean;
            recalled_before: number;
            receivers: number;
            lots: components["schemas"]["LotShipped"][];
            file: string | null;
            letters: string | null;
        };
        /** @enum {string} */
        QuestionKind: "other_goods" | "dates" | "stars" | "place" | "other";
        ShoppersQuestion: {
            code: string;
            kind: components["schemas"]["QuestionKind"];
            words?: string;
            commune?: string;
        };
        QuestionTaken: {
            kind: components["schemas"]["QuestionKind"];
            words: string;
            commune: string;
        };
        Questions: {
            questions: components["schemas"]["Question"][];
            next: string | null;
            open: number;
            made_room: number;
        };
        Question: {
            id: string;
            page: string;
            /** Format: date */
            day: string;
            product: string;
            lot: string;
            serial: string;
            goods: string;
            kind: components["schemas"]["QuestionKind"];
            said: components["schemas"]["ShoppersWords"][];
            times: number;
            closed: components["schemas"]["QuestionClosed"] | null;
        };
        ShoppersWords: {
            words: string;
            commune: string;
        };
        QuestionClosed: {
            by: string;
            note: string;
            /** Format: date */
            on: string;
        };
        QuestionNote: {
            note: string;
        };
        /** @enum {string} */
        IntroductionState: "waiting" | "approved" | "withdrawn" | "replaced";
        IntroductionWords: {
            vi: string;
            en: string;
        };
        IntroductionWish: {
            words: components["schemas"]["IntroductionWords"];
            picture: string | null;
            is_own: boolean;
        };
        Introductions: {
            introductions: components["schemas"]["Introduction"][];
            next: string | null;
        };
        Introduction: {
            id: string;
            at: number;
            account: string;
            producer: string;
            words: components["schemas"]["IntroductionWords"];
            picture: components["schemas"]["IntroductionPicture"] | null;
            state: components["schemas"]["IntroductionState"];
            decided: components["schemas"]["IntroductionDecided"] | null;
        };
        IntroductionPicture: {
            address: string;
            width: number;
            height: number;
        };
        IntroductionDecided: {
            by: string;
            /** Format: date */
            on: string;
        };
        Audit: {
            holds: boolean;
            size: number;
            entries_hold: boolean;
            checkpoints: number;
            broken_checkpoints: number;
            serials_astray: number;
            events_astray: number;
            declarations_astray: number;
            taken_astray: number;
            statements_astray: number;
            unsigned_entries: number;
            behind: string | null;
            lots: components["schemas"]["PrintedLot"][];
            unprinted: components["schemas"]["UnprintedRun"][];
        };
        PrintedLot: {
            certificate: string;
            product: string;
            lot: string;
            printed: number;
            ended: number;
            declared: number | null;
            state: string;
        };
        UnprintedRun: {
            issue: number;
            product: string;
            lot: string;
            /** Format: date */
            day: string;
            labels: number;
        };
        LabelWish: {
            /** @description the product's code or name */
            product: string;
            /** @description template (default: jar-60x40) */
            template?: string;
            /** @description lot (default: the production date, yymmdd) */
            lot?: string;
            /**
             * Format: date
             * @description production date (default: --date)
             */
            made?: string;
            /**
             * Format: date
             * @description expiry date (default: from the list's shelf life)
             */
            expires?: string;
            /** @description printer's resolution in dpi (default: 300) */
            dpi?: number;
            /** @description kind of goods by the labelling decree (default: from the list) */
            goods?: string;
            /** @description area of the pack's face in cm² (default: the label's area) */
            face?: number;
            /**
             * @description letter height of the net quantity: by area or by quantity
             * @enum {string}
             */
            "quantity-height"?: "area" | "quantity";
        };
        RunWish: {
            /** @description the product's code or name */
            product: string;
            /** @description template (default: jar-60x40) */
            template?: string;
            /** @description lot (default: the production date, yymmdd) */
            lot?: string;
            /**
             * Format: date
             * @description production date (default: --date)
             */
            made?: string;
            /**
             * Format: date
             * @description expiry date (default: from the list's shelf life)
             */
            expires?: string;
            /** @description printer's resolution in dpi (default: 300) */
            dpi?: number;
            /** @description kind of goods by the labelling decree (default: from the list) */
            goods?: string;
            /** @description area of the pack's face in cm² (default: the label's area) */
            face?: number;
            /**
             * @description letter height of the net quantity: by area or by quantity
             * @enum {string}
             */
            "quantity-height"?: "area" | "quantity";
            /** @description labels for each product */
            count?: number;
            /** @description sticker paper; see stock list */
            stock?: string;
            /** @description first position on the sheet, from 1; next: continue with the partly used sheets */
            start?: string | number;
            /**
             * @description pdf, png, svg, zpl (Zebra) or tspl (TSC, Xprinter) (default: by the file's name)
             * @enum {string}
             */
            format?: "pdf" | "png" | "svg" | "zpl" | "tspl";
            /** @description extra labels as spares, for each product */
            spares?: string | number;
            /** @description a printer measured with stock calibrate */
            printer?: string;
            /** @description a random serial number for each label; signed labels always have one */
            serials?: boolean;
            /** @description serial number of one label */
            serial?: string;
            /** @description lot book: a lot that was packed, and how much of it; may be repeated */
            use?: string;
        };
        LotEntry: {
            /** @description receive | harvest | transform | test | pack | ship */
            kind: string;
            /** @description the product's code or name, or what the goods are called */
            item: string;
            /** @description lot (default: made of the goods' code and the day) */
            lot?: string;
            /** @description how much, such as 1200 kg; 0,5 tấn; 600 chai */
            amount?: string;
            /** @description when (default: now) */
            at?: string;
            /** @description a lot that goes in, and how much of it; may be repeated */
            use?: string;
            /** @description from whom, or a GLN */
            from?: string;
            /** @description to whom, or a GLN */
            to?: string;
            /** @description where, or a GLN */
            place?: string;
            /** @description how, such as fermented 12 months */
            process?: string;
            /**
             * Format: date
             * @description since when it was made
             */
            started?: string;
            /** @description the test was passed */
            passed?: boolean;
            /** @description the test was not passed */
            failed?: boolean;
            /** @description number or address of the test report */
            report?: string;
            /** @description number of the delivery note */
            paper?: string;
            /**
             * Format: date
             * @description production date on the packs
             */
            made?: string;
            /**
             * Format: date
             * @description expiry date on the packs
             */
            expires?: string;
            /** @description a note */
            note?: string;
            /** @description the wrong entry that this one replaces; it is struck through */
            "instead-of"?: string;
        };
        RecallWish: {
            /** @description the reason */
            reason: string;
            /** @description a lot that is not recalled; needs a reason */
            spare?: string;
            /** @description why it is not recalled */
            "spare-reason"?: string;
        };
        LiftWish: {
            /** @description the reason */
            reason: string;
        };
        Revocation: {
            /** @description the product's code or name */
            product: string;
            /** @description number of the decision to revoke */
            decision: string;
            /**
             * Format: date
             * @description the day that counts (default: today)
             */
            date?: string;
        };
        PublishWish: {
            passphrase: string;
            /** @description the province's name (default: the root key's owner) */
            province?: string;
            /** @description accept fewer signing permits or revocations than the list before */
            fewer?: boolean;
        };
        Reason: {
            /** @description the reason */
            reason?: string;
        };
        PrinterMeasures: {
            /** @description the lengths measured on the test sheet, in the order a b c d e */
            measured:
                | []
                | [number]
                | [number, number]
                | [number, number, number]
                | [number, number, number, number]
                | [number, number, number, number, number];
            /** @description the paper of the test (default: A4) */
            stock?: string;
            /** @description printer's resolution in dpi */
            dpi?: number;
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type Problem = components["schemas"]["Problem"];
export type Health = components["schemas"]["Health"];
export type OpenApi = components["schemas"]["OpenApi"];
export type VerdictWord = components["schemas"]["VerdictWord"];
export type Severity = components["schemas"]["Severity"];
export type Finding = components["schemas"]["Finding"];
export type Span = components["schemas"]["Span"];
export type Role = components["schemas"]["Role"];
export type SignIn = components["schemas"]["SignIn"];
export type NewPassword = components["schemas"]["NewPassword"];
export type Session = components["schemas"]["Session"];
export type Deeds = components["schemas"]["Deeds"];
export type Deed = components["schemas"]["Deed"];
export type Products = components["schemas"]["Products"];
export type Product = components["schemas"]["Product"];
export type ProductFacts = components["schemas"]["ProductFacts"];
export type Certificate = components["schemas"]["Certificate"];
export type Templates = components["schemas"]["Templates"];
export type Template = components["schemas"]["Template"];
export type Stocks = components["schemas"]["Stocks"];
export type Stock = components["schemas"]["Stock"];
export type LabelPreview = components["schemas"]["LabelPreview"];
export type RunId = components["schemas"]["RunId"];
export type Runs = components["schemas"]["Runs"];
export type Run = components["schemas"]["Run"];
export type PrintedLabel = components["schemas"]["PrintedLabel"];
export type RunError = components["schemas"]["RunError"];
export type SerialState = components["schemas"]["SerialState"];
export type Serial = components["schemas"]["Serial"];
export type SerialChange = components["schemas"]["SerialChange"];
export type Printers = components["schemas"]["Printers"];
export type Printer = components["schemas"]["Printer"];
export type Calibration = components["schemas"]["Calibration"];
export type TestSheet = components["schemas"]["TestSheet"];
export type Texts = components["schemas"]["Texts"];
export type Checks = components["schemas"]["Checks"];
export type CheckedList = components["schemas"]["CheckedList"];
export type CheckedFile = components["schemas"]["CheckedFile"];
export type CheckedLabel = components["schemas"]["CheckedLabel"];
export type Corners = components["schemas"]["Corners"];
export type Badge = components["schemas"]["Badge"];
export type Barcode = components["schemas"]["Barcode"];
export type TraceCode = components["schemas"]["TraceCode"];
export type CheckedProduct = components["schemas"]["CheckedProduct"];
export type FieldChecks = components["schemas"]["FieldChecks"];
export type FieldCheck = components["schemas"]["FieldCheck"];
export type Recorded = components["schemas"]["Recorded"];
export type ChecksMade = components["schemas"]["ChecksMade"];
export type CheckMade = components["schemas"]["CheckMade"];
export type PlaceChecks = components["schemas"]["PlaceChecks"];
export type Proposals = components["schemas"]["Proposals"];
export type Proposal = components["schemas"]["Proposal"];
export type ColumnsSaid = components["schemas"]["ColumnsSaid"];
export type ColumnsSeen = components["schemas"]["ColumnsSeen"];
export type SeenColumn = components["schemas"]["SeenColumn"];
export type Meaning = components["schemas"]["Meaning"];
export type ImportReport = components["schemas"]["ImportReport"];
export type DoubtfulRevocation = components["schemas"]["DoubtfulRevocation"];
export type StepBack = components["schemas"]["StepBack"];
export type ColumnMeaning = components["schemas"]["ColumnMeaning"];
export type RowsByKind = components["schemas"]["RowsByKind"];
export type RowRemark = components["schemas"]["RowRemark"];
export type OtherRow = components["schemas"]["OtherRow"];
export type ListColumn = components["schemas"]["ListColumn"];
export type OtherSheet = components["schemas"]["OtherSheet"];
export type Mending = components["schemas"]["Mending"];
export type RefusedRow = components["schemas"]["RefusedRow"];
export type ListDifference = components["schemas"]["ListDifference"];
export type ListChange = components["schemas"]["ListChange"];
export type FieldChange = components["schemas"]["FieldChange"];
export type Revoked = components["schemas"]["Revoked"];
export type Published = components["schemas"]["Published"];
export type PublishedWitnesses = components["schemas"]["PublishedWitnesses"];
export type PublishedRecords = components["schemas"]["PublishedRecords"];
export type Lots = components["schemas"]["Lots"];
export type LotLine = components["schemas"]["LotLine"];
export type Lot = components["schemas"]["Lot"];
export type LotFacts = components["schemas"]["LotFacts"];
export type LotEvent = components["schemas"]["LotEvent"];
export type LotPart = components["schemas"]["LotPart"];
export type LotName = components["schemas"]["LotName"];
export type LotStruck = components["schemas"]["LotStruck"];
export type LotAdded = components["schemas"]["LotAdded"];
export type LotStruckNow = components["schemas"]["LotStruckNow"];
export type LotTrace = components["schemas"]["LotTrace"];
export type LotShipped = components["schemas"]["LotShipped"];
export type LotDelivery = components["schemas"]["LotDelivery"];
export type LotLift = components["schemas"]["LotLift"];
export type LotRecall = components["schemas"]["LotRecall"];
export type QuestionKind = components["schemas"]["QuestionKind"];
export type ShoppersQuestion = components["schemas"]["ShoppersQuestion"];
export type QuestionTaken = components["schemas"]["QuestionTaken"];
export type Questions = components["schemas"]["Questions"];
export type Question = components["schemas"]["Question"];
export type ShoppersWords = components["schemas"]["ShoppersWords"];
export type QuestionClosed = components["schemas"]["QuestionClosed"];
export type QuestionNote = components["schemas"]["QuestionNote"];
export type IntroductionState = components["schemas"]["IntroductionState"];
export type IntroductionWords = components["schemas"]["IntroductionWords"];
export type IntroductionWish = components["schemas"]["IntroductionWish"];
export type Introductions = components["schemas"]["Introductions"];
export type Introduction = components["schemas"]["Introduction"];
export type IntroductionPicture = components["schemas"]["IntroductionPicture"];
export type IntroductionDecided = components["schemas"]["IntroductionDecided"];
export type Audit = components["schemas"]["Audit"];
export type PrintedLot = components["schemas"]["PrintedLot"];
export type UnprintedRun = components["schemas"]["UnprintedRun"];
export type LabelWish = components["schemas"]["LabelWish"];
export type RunWish = components["schemas"]["RunWish"];
export type LotEntry = components["schemas"]["LotEntry"];
export type RecallWish = components["schemas"]["RecallWish"];
export type LiftWish = components["schemas"]["LiftWish"];
export type Revocation = components["schemas"]["Revocation"];
export type PublishWish = components["schemas"]["PublishWish"];
export type Reason = components["schemas"]["Reason"];
export type PrinterMeasures = components["schemas"]["PrinterMeasures"];
export type $defs = Record<string, never>;
export type operations = Record<string, never>;
